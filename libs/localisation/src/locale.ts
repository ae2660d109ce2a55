import type { Language } from '#lib/kernel';

/** BCP 47 tags: they choose plural rules, digits, sort order and the proofing language of documents. */
export const locales = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' } as const satisfies Record<Language, string>;
