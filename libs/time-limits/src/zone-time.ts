import { type Instant, instant, type LegalDay, legalDay } from '#lib/kernel';
import { Temporal } from 'temporal-polyfill';

const ofTemporal = (moment: Temporal.Instant): Instant => instant(moment.toString({ fractionalSecondDigits: 6 }));
const zoned = (moment: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone);

/** The legal day that a UTC instant falls on in the zone (`Asia/Almaty`). */
export const localDayOf = (moment: Instant, zone: string): LegalDay =>
  legalDay(zoned(moment, zone).toPlainDate().toString());

/** The first instant of a legal day in the zone, by the zone rules of that date (REQ-21). */
export const startOfLocalDay = (day: LegalDay, zone: string): Instant =>
  ofTemporal(Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant());

/** The last microsecond of a legal day in the zone: 24:00, before which a day without an hour ends (REQ-42). */
export const endOfLocalDay = (day: LegalDay, zone: string): Instant =>
  ofTemporal(
    Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ microseconds: 1 }),
  );

/** The offset in force at the instant, as `+05:00`. */
export const offsetAt = (moment: Instant, zone: string): string => zoned(moment, zone).offset;

/** Whether this host can compute days of the zone, written as the zone data write it; a bare offset is none. */
export function isZone(zone: string): boolean {
  try {
    return (
      /^[A-Za-z]/.test(zone) && Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId === zone
    );
  } catch {
    return false;
  }
}

/** The instant written in local time with its offset, as `2016-07-01T23:59:59.999999+06:00` (REQ-114). */
export const zonedText = (moment: Instant, zone: string): string =>
  zoned(moment, zone).toString({ timeZoneName: 'never', fractionalSecondDigits: 6 });

/**
 * The instant of a local hour `HH:MM` of a legal day.
 * @param doubled which instant an hour that happens twice means
 */
export function instantOfLocalHour(day: LegalDay, hour: string, zone: string, doubled: 'earlier' | 'later'): Instant {
  const local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(hour));
  return ofTemporal(local.toZonedDateTime(zone, { disambiguation: doubled }).toInstant());
}

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/;

/**
 * Reads a time of arrival typed by a person: with an offset it says the instant itself; without one it is local time of
 * the zone, and an hour that happens twice (29.02.2024 23:00-24:00) is taken as the earlier instant, for the citizen (REQ-114).
 * @throws RangeError when the text is no time
 */
export function readLocalTime(text: string, zone: string): Instant {
  if (!LOCAL_TIME.test(text)) return instant(text);
  const local = Temporal.PlainDateTime.from(text);
  return ofTemporal(local.toZonedDateTime(zone, { disambiguation: 'earlier' }).toInstant());
}
