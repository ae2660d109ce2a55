import type { Language } from '#lib/kernel';

/** The language asked for when the text is written in it; for English the Russian text, otherwise the first there is. */
export function readingLanguage(written: readonly Language[], asked: string): Language {
  return written.find((code) => code === asked) ?? (written.includes('ru') ? 'ru' : (written[0] ?? 'kk'));
}
