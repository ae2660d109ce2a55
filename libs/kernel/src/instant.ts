/**
 * A UTC instant to the microsecond, always `YYYY-MM-DDTHH:MM:SS.ffffffZ`.
 * Fixed width: for years 0001-9999 two instants compare correctly as strings (`a < b`).
 */
export type Instant = string & { readonly __brand: 'Instant' };

const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;
const ACCEPTED = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}(?::?\d{2})?)$/;

export const isInstant = (value: string): value is Instant => CANONICAL.test(value) && !Number.isNaN(Date.parse(value));

/**
 * Reads an ISO 8601 instant that names its offset (PostgreSQL's text form too); digits past the microsecond are cut.
 * @throws RangeError when the text is no instant or names no offset
 */
export function instant(text: string): Instant {
  const parts = ACCEPTED.exec(text);
  if (!parts) throw new RangeError(`not an instant with an offset: ${text}`);
  const [, day, time, fraction = '', offset = 'Z'] = parts;
  const micros = fraction.slice(0, 6).padEnd(6, '0');
  if (offset === 'Z' && isInstant(`${day}T${time}.${micros}Z`)) return `${day}T${time}.${micros}Z` as Instant;
  const sign = offset.startsWith('-') ? -1 : 1;
  const [hours = 0, minutes = 0] =
    offset === 'Z' ? [] : [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(':', ''))];
  const base = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(base)) throw new RangeError(`no such instant: ${text}`);
  const utc = new Date(base - sign * (hours * 60 + minutes) * 60_000).toISOString();
  return `${utc.slice(0, 19)}.${micros}Z` as Instant;
}

/** The instant of a JavaScript epoch value in milliseconds. */
export const instantOf = (epochMilliseconds: number): Instant => instant(new Date(epochMilliseconds).toISOString());

/** Shifts an instant by whole milliseconds, keeping its microseconds. */
export function plusMilliseconds(start: Instant, milliseconds: number): Instant {
  const moved = new Date(Date.parse(start) + milliseconds).toISOString();
  return `${moved.slice(0, 23)}${start.slice(23)}` as Instant;
}

/** Milliseconds from `start` to `end`, with the microseconds as a fraction. */
export function millisecondsBetween(start: Instant, end: Instant): number {
  const micros = Number(end.slice(23, 26)) - Number(start.slice(23, 26));
  return Date.parse(end) - Date.parse(start) + micros / 1000;
}
