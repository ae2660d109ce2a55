import { type Instant, type Language, millisecondsBetween } from '#lib/kernel';
import { locales } from '#lib/localisation';
import type { PageVisit } from '../../pages-kit/visit.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "3 days 4 hours", "4 hours 20 minutes": the two largest units, rounded down, so that no promise is too long. */
export function durationText(milliseconds: number, language: Language): string {
  const part = (value: number, unit: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(locales[language], { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const [days, hours] = [Math.floor(milliseconds / day), Math.floor((milliseconds % day) / hour)];
  if (days > 0) return hours > 0 ? `${part(days, 'day')} ${part(hours, 'hour')}` : part(days, 'day');
  const minutes = Math.floor((milliseconds % hour) / minute);
  if (hours > 0) return minutes > 0 ? `${part(hours, 'hour')} ${part(minutes, 'minute')}` : part(hours, 'hour');
  return part(Math.max(1, minutes), 'minute');
}

/** How long remarks are still taken, by the database clock; null when the close has passed or is not set. */
export function timeLeft(
  { readAt, closeAt }: { readAt: Instant; closeAt: Instant | null },
  visit: PageVisit,
): string | null {
  const left = closeAt === null ? 0 : millisecondsBetween(readAt, closeAt);
  return left > 0 ? visit.t('draft.left', { time: durationText(left, visit.language) }) : null;
}
