import { type Instant, type Language, type LegalDay, legalDay } from '#lib/kernel';
import { Temporal } from 'temporal-polyfill';
import { isMessageKey } from './catalogue.js';
import { translator } from './translator.js';
import { kazakhDative } from './kazakh-dative.js';

/** Times that belong to no discussion are told as the officials' country keeps them. */
export const OFFICE_ZONE = 'Asia/Almaty';

/** A legal day in words: "1 July 2016", "1 июля 2016 года", "2016 жылғы 1 шілде". */
export function formatLegalDay(day: LegalDay, language: Language): string {
  const t = translator(language);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const monthKey = `date.month.${month}`;
  if (!isMessageKey(monthKey)) throw new RangeError(`no such month: ${day}`);
  return t('date.day', { year: String(year), month: t(monthKey), day: String(date) });
}

/** The instant in a zone, to the second, always with the zone's name and offset (REQ-114). */
export function formatInstant(instant: Instant, zone: string, language: Language): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return translator(language)('date.instant', {
    day: dayOf(local, language),
    time: local.toPlainTime().toString({ smallestUnit: 'second' }),
    ...zoneOf(local, zone, language),
  });
}

/**
 * Until when remarks are taken (REQ-21). `closeAt` is exclusive: a close at the midnight that begins 2 July is shown as
 * "until 24:00, 1 July 2016 (Astana time, UTC+6), inclusive"; any other hour is shown as it is.
 */
export function closeSentence(closeAt: Instant, zone: string, language: Language): string {
  const t = translator(language);
  // The last instant that is in time: its day and its offset are those of the term, also when the clocks move at the close.
  const last = Temporal.Instant.from(closeAt).subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone);
  const where = zoneOf(last, zone, language);
  const day = dayOf(last, language);
  const close = last.toPlainTime().add({ nanoseconds: 1 });
  if (close.equals('00:00')) return t('date.close-at-midnight', { day, ...where });
  const time = close.toString({ smallestUnit: close.second === 0 ? 'minute' : 'second' });
  return t('date.close-at-hour', { day, time, dative: kazakhDative(close.second || close.minute || 0), ...where });
}

const dayOf = (local: Temporal.ZonedDateTime, language: Language): string =>
  formatLegalDay(legalDay(local.toPlainDate().toString()), language);

function zoneOf(local: Temporal.ZonedDateTime, zone: string, language: Language): { zone: string; offset: string } {
  const t = translator(language);
  const key = `date.zone.${zone === 'Etc/UTC' ? 'UTC' : zone}`;
  return { zone: isMessageKey(key) ? t(key) : t('date.zone.other', { zone }), offset: offsetName(local.offset) };
}

/** "+06:00" → "UTC+6", "+05:30" → "UTC+5:30", "+00:00" → "UTC". */
function offsetName(offset: string): string {
  const [, sign = '+', hours = '0', minutes = '00'] = /^([+-])(\d{2}):(\d{2})/.exec(offset) ?? [];
  if (Number(hours) === 0 && minutes === '00') return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
