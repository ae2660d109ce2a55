import type { Language } from '#lib/kernel';
import * as en from './areas-en.js';
import * as kk from './areas-kk.js';
import * as ru from './areas-ru.js';

type Areas = typeof en;

/** Every key of the English catalogue; Kazakh and Russian must have the same (the spec compares them). */
export type MessageKey = { [Area in keyof Areas]: keyof Areas[Area] }[keyof Areas];

const merged = (areas: object): ReadonlyMap<string, string> =>
  new Map(Object.values(areas).flatMap((area: Record<string, string>) => Object.entries(area)));

export const areas: Readonly<Record<Language, object>> = { kk, ru, en };

export const catalogues: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  kk: merged(kk),
  ru: merged(ru),
  en: merged(en),
};

export const isMessageKey = (key: string): key is MessageKey => catalogues.en.has(key);
