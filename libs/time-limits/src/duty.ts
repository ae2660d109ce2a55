import { DomainError, type LegalDay } from '#lib/kernel';
import { lastDayOfTerm, type Term, type TermReading } from './term.js';
import type { WorkingCalendar } from './working-calendar.js';

export const dutyIds = ['inform-recipients', 'approve-standard', 'publish-report', 'approve-regulation'] as const;
export type DutyId = (typeof dutyIds)[number];

/** A term that binds the body itself, counted from `from`. A target is ours, not the law's: passing it is no breach. */
export interface Duty {
  readonly id: DutyId;
  readonly from: 'register-entry' | 'close' | 'entry-into-force';
  readonly clause: string;
  readonly term: Term;
  readonly reading: TermReading;
  /** The body is warned by this reading and in breach by `reading`. */
  readonly strictReading: TermReading;
  readonly isTarget: boolean;
}

export interface DutyDates {
  readonly lastDay: LegalDay;
  readonly strictLastDay: LegalDay;
}

export const hasDuty = (profile: { readonly duties: readonly Duty[] }, id: DutyId): boolean =>
  profile.duties.some((duty) => duty.id === id);

/**
 * The last days, by both readings, of a duty whose term starts on `eventDay` (REQ-03, REQ-04, REQ-69, REQ-90).
 * @throws DomainError `term-not-computable` when the profile has no such duty or the calendar does not cover the year
 */
export function dutyDates(
  profile: { readonly id: string; readonly duties: readonly Duty[] },
  id: DutyId,
  eventDay: LegalDay,
  calendar: WorkingCalendar,
): DutyDates {
  const duty = profile.duties.find((candidate) => candidate.id === id);
  if (!duty) throw new DomainError('term-not-computable', `profile ${profile.id} sets no duty ${id}`, { id });
  return {
    lastDay: lastDayOfTerm(eventDay, duty.term, duty.reading, calendar),
    strictLastDay: lastDayOfTerm(eventDay, duty.term, duty.strictReading, calendar),
  };
}
