import { type Instant, type LegalDay, instantOf, isLegalDay } from '#lib/kernel';
import { offsetAt, readLocalTime } from '#lib/time-limits';

/** The day that a workbook counts its days from: 1900 as Excel does, 1904 as it did on the Macintosh. */
export type DateSystem = 1900 | 1904;

const DAY = 86_400_000;
/** Days from day 0 of each system to 1 January 1970. */
const EPOCH: Record<DateSystem, number> = { 1900: 25_569, 1904: 24_107 };
/** Excel takes 1900 for a leap year: before 1 March its days are one off. */
const FIRST_SOUND_SERIAL = 61;
const FIRST_OF_10000 = 2_958_466;

/** The number a spreadsheet keeps for a day; undefined for a day that it cannot show right (before 1 March 1900). */
export const serialOfDay = (day: LegalDay): number | undefined =>
  sound(Date.parse(`${day}T00:00:00Z`) / DAY + EPOCH[1900]);

/**
 * The number a spreadsheet keeps for an instant, as the local time of the zone. It is cut to the millisecond: rounded, the last
 * instant of a term would show as the next day. Undefined for an instant that it cannot show right.
 */
export const serialOfInstant = (instant: Instant, zone: string): number | undefined =>
  sound((Date.parse(instant) + offsetMilliseconds(instant, zone)) / DAY + EPOCH[1900]);

/** The day of a number in a workbook, its hour left out; undefined when it is no day. */
export function dayOfSerial(serial: number, system: DateSystem = 1900): LegalDay | undefined {
  const milliseconds = localMilliseconds(Math.floor(serial), system);
  if (milliseconds === undefined) return undefined;
  const day = new Date(milliseconds).toISOString().slice(0, 10);
  return isLegalDay(day) ? day : undefined;
}

/** The instant of a number in a workbook that means local time of the zone, to the millisecond; undefined when it is no day. */
export function instantOfSerial(serial: number, zone: string, system: DateSystem = 1900): Instant | undefined {
  const milliseconds = localMilliseconds(serial, system);
  if (milliseconds === undefined) return undefined;
  return readLocalTime(new Date(milliseconds).toISOString().slice(0, 23), zone);
}

function localMilliseconds(serial: number, system: DateSystem): number | undefined {
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  // 29 February 1900, which never was, has the number 60.
  if (system === 1900 && Math.floor(serial) === FIRST_SOUND_SERIAL - 1) return undefined;
  const days = serial - EPOCH[system] + (system === 1900 && serial < FIRST_SOUND_SERIAL ? 1 : 0);
  const milliseconds = Math.round(days * DAY);
  return milliseconds < Date.UTC(10_000, 0) ? milliseconds : undefined;
}

const sound = (serial: number): number | undefined =>
  serial >= FIRST_SOUND_SERIAL && serial < FIRST_OF_10000 ? serial : undefined;

const QUARTER = 900_000;
const MOST_KNOWN = 10_000;
const known = new Map<string, number>();

/** Zones change their offset at the quarter of an hour at the finest, so one look-up serves all instants of it. */
function offsetMilliseconds(instant: Instant, zone: string): number {
  if (zone === 'UTC') return 0;
  const quarter = Math.floor(Date.parse(instant) / QUARTER);
  const key = `${zone} ${quarter}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const [, sign, hours, minutes, seconds = '0'] =
    /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(offsetAt(instantOf(quarter * QUARTER), zone)) ?? [];
  const offset = (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, offset);
  return offset;
}
