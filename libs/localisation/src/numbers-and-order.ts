import type { Language } from '#lib/kernel';
import { locales } from './locale.js';

const numbers = new Map<Language, Intl.NumberFormat>();
const percents = new Map<Language, Intl.NumberFormat>();
const collators = new Map<Language, Intl.Collator>();

/** A number with the language's own grouping: 1 500 000 in kk and ru (no-break spaces), 1,500,000 in en. */
export function formatNumber(value: number, language: Language): string {
  const format = numbers.get(language) ?? new Intl.NumberFormat(locales[language]);
  numbers.set(language, format);
  return format.format(value);
}

/** So many of a hundred with the language's own sign: 12 % in ru, 12% in kk and en. */
export function formatPercent(whole: number, language: Language): string {
  const format = percents.get(language) ?? new Intl.NumberFormat(locales[language], { style: 'percent' });
  percents.set(language, format);
  return format.format(whole / 100);
}

/** Dictionary order of the language (kk: а ә б … г ғ …), digits by value: 9 before 10. */
export function collator(language: Language): Intl.Collator {
  const order = collators.get(language) ?? new Intl.Collator(locales[language], { numeric: true });
  collators.set(language, order);
  return order;
}
