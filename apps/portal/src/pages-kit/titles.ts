import type { Language, Multilingual } from '#lib/kernel';

export interface Said {
  readonly text: string;
  readonly language: Language;
}

/** A name in the visitor's language; English falls back on Russian, and says so by its language. */
export function inLanguage(name: Multilingual, language: Language): Said {
  const text = name[language];
  if (text) return { text, language };
  return name.ru ? { text: name.ru, language: 'ru' } : { text: name.kk, language: 'kk' };
}
