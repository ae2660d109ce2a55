import type { Language, Multilingual } from '#lib/kernel';

/** The title in the reader's language; English falls back to Russian. */
export const titleIn = (title: Multilingual, language: Language): string => title[language] ?? title.ru;
