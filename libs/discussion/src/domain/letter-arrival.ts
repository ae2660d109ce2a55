import { type Instant, isLegalDay, type LegalDay } from '#lib/kernel';
import { endOfLocalDay, localDayOf, type ProcedureProfile, readLocalTime } from '#lib/time-limits';
import type { Fault } from './fault.js';

/** When a letter came, as the office wrote it down. */
export interface TypedArrival {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`, with seconds and an offset (`23:30+05:00`) where they are known; without it the day alone counts (REQ-42). */
  readonly time?: string;
  /** `YYYY-MM-DD`, of the post office (AMB-08). */
  readonly postmarkDay?: string;
}

export interface LetterArrival {
  readonly day: LegalDay;
  /** The instant that decides whether it is on time. */
  readonly arrivedAt: Instant;
  /** DAY: no hour was written down. */
  readonly precision: 'DAY' | 'INSTANT';
  readonly postmarkDay: LegalDay | null;
}

/** By what an arrival is read: the zone of the law and the moment of entry, by the database clock. */
export interface ReadingOfArrival {
  readonly zone: string;
  readonly enteredAt: Instant;
}

const TIME = /^\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2})?$/;

/**
 * Reads what the office wrote down (REQ-41, REQ-42, REQ-114). A day without an hour counts to its last microsecond, but never
 * later than the moment of entry; an hour that happens twice is the earlier one, for the citizen.
 * @returns the arrival, or what is wrong with it
 */
export function readArrival(typed: TypedArrival, by: ReadingOfArrival): LetterArrival | readonly Fault[] {
  const { day, time, postmarkDay } = typed;
  const arrival = time === undefined ? wholeDay(day, by) : hourOf(day, time, by);
  const faults = [
    ...('fault' in arrival ? [arrival] : []),
    ...postmarkFaults(postmarkDay, 'fault' in arrival ? null : arrival.day),
  ];
  if ('fault' in arrival || faults.length > 0) return faults;
  return { ...arrival, postmarkDay: postmarkDay !== undefined && isLegalDay(postmarkDay) ? postmarkDay : null };
}

type Read = Omit<LetterArrival, 'postmarkDay'> | Fault;

function wholeDay(day: string, { zone, enteredAt }: ReadingOfArrival): Read {
  if (day === '') return { field: 'arrivalDay', fault: 'missing' };
  if (!isLegalDay(day)) return { field: 'arrivalDay', fault: 'malformed' };
  if (day > localDayOf(enteredAt, zone)) return { field: 'arrivalDay', fault: 'in-the-future' };
  const end = endOfLocalDay(day, zone);
  return { day, precision: 'DAY', arrivedAt: end < enteredAt ? end : enteredAt };
}

function hourOf(day: string, time: string, by: ReadingOfArrival): Read {
  const read = wholeDay(day, by);
  if ('fault' in read) return read;
  if (!TIME.test(time)) return { field: 'arrivalTime', fault: 'malformed' };
  const seconds = /^\d{2}:\d{2}:\d{2}/.test(time) ? time : `${time.slice(0, 5)}:00${time.slice(5)}`;
  try {
    const arrivedAt = readLocalTime(`${day}T${seconds}`, by.zone);
    if (arrivedAt > by.enteredAt) return { field: 'arrivalTime', fault: 'in-the-future' };
    return { day: localDayOf(arrivedAt, by.zone), precision: 'INSTANT', arrivedAt };
  } catch {
    return { field: 'arrivalTime', fault: 'malformed' };
  }
}

function postmarkFaults(postmarkDay: string | undefined, arrivalDay: LegalDay | null): Fault[] {
  if (postmarkDay === undefined) return [];
  if (!isLegalDay(postmarkDay)) return [{ field: 'postmarkDay', fault: 'malformed' }];
  return arrivalDay !== null && postmarkDay > arrivalDay ? [{ field: 'postmarkDay', fault: 'after-arrival' }] : [];
}

/**
 * The instant by which a letter is on time or late: its arrival; where the profile counts the postmark, the end of the
 * postmark's day (AMB-08). Only paper has one.
 */
export function decisiveInstant(
  { arrivedAt, postmarkDay }: Pick<LetterArrival, 'arrivedAt' | 'postmarkDay'>,
  channel: string,
  { postalRule, closing }: Pick<ProcedureProfile, 'postalRule'> & { readonly closing: { readonly zone: string } },
): Instant {
  if (postalRule === 'receipt' || channel !== 'PAPER' || postmarkDay === null) return arrivedAt;
  const posted = endOfLocalDay(postmarkDay, closing.zone);
  return posted < arrivedAt ? posted : arrivedAt;
}

/** Whether a letter came before there was anything to remark on: another discussion's, or its day is mistyped (REQ-40). */
export const isBeforeOpening = (decisiveAt: Instant, { openAt }: { readonly openAt: Instant }): boolean =>
  decisiveAt < openAt;
