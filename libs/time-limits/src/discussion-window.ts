import { DomainError, type Instant, type LegalDay } from '#lib/kernel';
import { dayPlus } from './legal-days.js';
import type { Channel, ProcedureProfile } from './procedure-profile.js';
import { lastDayOfTerm, type TermReading } from './term.js';
import type { WorkingCalendar } from './working-calendar.js';
import { instantOfLocalHour, localDayOf, startOfLocalDay } from './zone-time.js';

/** One public showing of the draft; of several on one channel the first counts. */
export interface Placement {
  readonly channel: Channel;
  readonly placedAt: Instant;
}

export interface DiscussionWindow {
  readonly isStarted: true;
  readonly profileId: string;
  /** Remarks are accepted from here: the first placement on any channel. */
  readonly openAt: Instant;
  /** Local day of the placement that starts the term: the latest of the mandatory channels (AMB-05). */
  readonly termDate: LegalDay;
  readonly lastDay: LegalDay;
  /** Exclusive. */
  readonly closeAt: Instant;
  /** As `lastDay`, before it rolled off a day that is not worked. */
  readonly unrolledLastDay: LegalDay;
  readonly unrolledCloseAt: Instant;
  /** Under the strictest reading: for the body's own planning, never against a sender. */
  readonly strictLastDay: LegalDay;
  readonly strictCloseAt: Instant;
}

/** The draft may be public already, but a mandatory channel is missing: there is no close yet (AMB-05). */
export interface TermNotStarted {
  readonly isStarted: false;
  readonly profileId: string;
  readonly openAt: Instant | null;
  readonly missingChannels: readonly Channel[];
}

export interface WindowRequest {
  readonly placements: readonly Placement[];
  readonly profile: ProcedureProfile;
  readonly calendar: WorkingCalendar;
  /** Mandatory channels given up by a reasoned act (AMB-05). */
  readonly droppedChannels?: readonly Channel[];
  /** In the profile's unit; the profile's own length when absent. */
  readonly length?: number;
}

/**
 * When a discussion opens and closes (R8.2, REQ-20-22): legal days in the profile's zone, closes as exclusive UTC instants.
 * @throws DomainError `placement-refused` for a channel the profile does not know or a term below the statutory minimum
 * @throws DomainError `term-not-computable` when the calendar does not cover the term or no mandatory channel is left
 */
export function discussionWindow(request: WindowRequest): DiscussionWindow | TermNotStarted {
  const { profile, calendar } = request;
  const term = { unit: profile.term.unit, length: request.length ?? profile.term.length };
  assertLengthAllowed(profile, term.length);
  const firstPlacements = firstPlacementPerChannel(request.placements, profile);
  const openAt = [...firstPlacements.values()].reduce<Instant | null>(earlierOf, null);
  const required = requiredChannels(profile, request.droppedChannels ?? []);
  const missingChannels = required.filter((channel) => !firstPlacements.has(channel));
  if (openAt === null || missingChannels.length > 0) {
    return { isStarted: false, profileId: profile.id, openAt, missingChannels };
  }

  const termStart = required.reduce((latest, channel) => laterOf(latest, firstPlacements.get(channel)), openAt);
  const termDate = localDayOf(termStart, profile.closing.zone);
  const lastDayBy = (reading: TermReading) => lastDayOfTerm(termDate, term, reading, calendar);
  const closeOf = (lastDay: LegalDay) => closeOfLastDay(lastDay, profile);
  const lastDay = lastDayBy(profile.reading);
  const unrolledLastDay = lastDayBy({ ...profile.reading, roll: 'none' });
  const strictLastDay = lastDayBy(profile.strictReading);
  return {
    isStarted: true,
    profileId: profile.id,
    openAt,
    termDate,
    lastDay,
    closeAt: closeOf(lastDay),
    unrolledLastDay,
    unrolledCloseAt: closeOf(unrolledLastDay),
    strictLastDay,
    strictCloseAt: closeOf(strictLastDay),
  };
}

/**
 * The exclusive close of a window whose last legal day is known (REQ-21), as after an extension.
 * `24:00` is the first instant of the next local day by the zone rules of that date; an hour that happens twice means the later one.
 */
export function closeOfLastDay(lastDay: LegalDay, profile: Pick<ProcedureProfile, 'closing'>): Instant {
  const { hour, zone } = profile.closing;
  return hour === '24:00'
    ? startOfLocalDay(dayPlus(lastDay, 1), zone)
    : instantOfLocalHour(lastDay, hour, zone, 'later');
}

/** @throws DomainError `placement-refused` when a term is shorter than the law allows */
export function assertLengthAllowed(profile: ProcedureProfile, length: number): void {
  const { unit, minimumLength } = profile.term;
  if (Number.isInteger(length) && length >= minimumLength) return;
  throw new DomainError('placement-refused', `the term of ${profile.id} is at least ${minimumLength}, not ${length}`, {
    unit,
    minimumLength,
    length,
  });
}

function firstPlacementPerChannel(placements: readonly Placement[], profile: ProcedureProfile): Map<Channel, Instant> {
  const known = [...profile.channels.mandatory, ...profile.channels.optional];
  const first = new Map<Channel, Instant>();
  for (const { channel, placedAt } of placements) {
    if (!known.includes(channel)) {
      throw new DomainError('placement-refused', `profile ${profile.id} knows no channel ${channel}`, { channel });
    }
    first.set(channel, earlierOf(first.get(channel) ?? null, placedAt));
  }
  return first;
}

function requiredChannels(profile: ProcedureProfile, dropped: readonly Channel[]): readonly Channel[] {
  const required = profile.channels.mandatory.filter((channel) => !dropped.includes(channel));
  if (required.length > 0) return required;
  throw new DomainError('term-not-computable', 'every mandatory channel was dropped: no placement starts the term', {
    dropped,
  });
}

const earlierOf = (a: Instant | null, b: Instant): Instant => (a !== null && a < b ? a : b);
const laterOf = (a: Instant, b: Instant | undefined): Instant => (b !== undefined && b > a ? b : a);
