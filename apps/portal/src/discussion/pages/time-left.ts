import { type Instant, type Language, millisecondsBetween } from '#lib/kernel';
import { locales } from '#lib/localisation';
import type { PageVisit } from '../../pages-kit/visit.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const part = (value: number, unit: 'day' | 'hour' | 'minute', language: Language) =>
  new Intl.NumberFormat(locales[language], { style: 'unit', unit, unitDisplay: 'long' }).format(value);

/** "3 days 4 hours", "4 hours 20 minutes": the two largest units, rounded down, so that no promise is too long. */
export function durationText(milliseconds: number, language: Language): string {
  const [days, hours] = [Math.floor(milliseconds / day), Math.floor((milliseconds % day) / hour)];
  if (days > 0)
    return hours > 0 ? `${part(days, 'day', language)} ${part(hours, 'hour', language)}` : part(days, 'day', language);
  const minutes = Math.floor((milliseconds % hour) / minute);
  if (hours > 0)
    return minutes > 0
      ? `${part(hours, 'hour', language)} ${part(minutes, 'minute', language)}`
      : part(hours, 'hour', language);
  return part(Math.max(1, minutes), 'minute', language);
}

/** The words of each unit by plural form, with # for the number: browsers do not know every language that we speak. */
export function unitWords(language: Language): string {
  const rules = new Intl.PluralRules(locales[language]);
  const forms = (unit: 'day' | 'hour' | 'minute') =>
    Object.fromEntries([1, 2, 5].map((n) => [rules.select(n), part(n, unit, language).replace(String(n), '#')]));
  return JSON.stringify({ day: forms('day'), hour: forms('hour'), minute: forms('minute') });
}

/** How long remarks are still taken, by the database clock; null when the close has passed or is not set. */
export function timeLeft(
  { readAt, closeAt }: { readAt: Instant; closeAt: Instant | null },
  visit: PageVisit,
): string | null {
  const left = closeAt === null ? 0 : millisecondsBetween(readAt, closeAt);
  return left > 0 ? visit.t('draft.left', { time: durationText(left, visit.language) }) : null;
}
