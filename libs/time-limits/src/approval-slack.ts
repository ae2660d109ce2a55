import type { LegalDay } from '#lib/kernel';
import { type Duty, dutyDates } from './duty.js';
import { daysBetween } from './legal-days.js';
import type { WorkingCalendar } from './working-calendar.js';

export interface ApprovalSlack {
  /** Last day to approve the standard (R5b). */
  readonly limit: LegalDay;
  /** Calendar days left after the last day of the discussion; negative when the limit is passed. */
  readonly daysLeft: number;
  /** The day the remaining minimum terms end, counted from the last day of the discussion. */
  readonly neededUntil: LegalDay;
  readonly isReachable: boolean;
}

/**
 * Whether the three months from the register entry are still reachable when the discussion ends on `lastDay` (REQ-06).
 * @throws DomainError `term-not-computable` when the profile lacks the duties or the calendar does not cover the year
 */
export function approvalSlack(request: {
  readonly registeredOn: LegalDay;
  readonly lastDay: LegalDay;
  readonly profile: { readonly id: string; readonly duties: readonly Duty[] };
  readonly calendar: WorkingCalendar;
}): ApprovalSlack {
  const { registeredOn, lastDay, profile, calendar } = request;
  const limit = dutyDates(profile, 'approve-standard', registeredOn, calendar).lastDay;
  const neededUntil = dutyDates(profile, 'publish-report', lastDay, calendar).lastDay;
  return { limit, daysLeft: daysBetween(lastDay, limit), neededUntil, isReachable: neededUntil <= limit };
}
