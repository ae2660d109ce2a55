import { DomainError, type LegalDay } from '#lib/kernel';
import {
  dutyDates,
  type DutyId,
  hasDuty,
  type ProcedureProfile,
  type Term,
  type WorkingCalendar,
} from '#lib/time-limits';

// The terms that run in one procedure and when each ends: the discussion (R8.2), the report on its completion (R8.3), the
// approval of a new standard (R5b). Passing the law's term is a breach; passing a target of the profile's own is not (AMB-13).

export type LegalTermId = 'discussion' | Extract<DutyId, 'publish-report' | 'approve-standard'>;

/** running: the last day is not over; met, missed: done in time or later; overdue: not done and the last day is over. */
export type TermStanding = 'not-started' | 'not-computable' | 'running' | 'met' | 'missed' | 'overdue';

export interface LegalTerm {
  readonly id: LegalTermId;
  /** Clause id, as R8.2; null where the act names none. */
  readonly clause: string | null;
  readonly length: Term;
  readonly isTarget: boolean;
  /** null before the term starts, or while the working calendar does not cover it. */
  readonly lastDay: LegalDay | null;
  readonly doneOn: LegalDay | null;
  readonly standing: TermStanding;
}

export interface TermFacts {
  readonly isNewStandard: boolean;
  /** Of the service; null for a draft without a register entry. */
  readonly registeredOn: LegalDay | null;
  readonly termLength: number | null;
  /** Last day of the discussion; null while its term has not started. */
  readonly lastDay: LegalDay | null;
  readonly isOver: boolean;
  /** Of the first report. */
  readonly publishedOn: LegalDay | null;
  readonly isApproved: boolean;
  readonly today: LegalDay;
}

export function legalTerms(facts: TermFacts, profile: ProcedureProfile, calendar: WorkingCalendar): LegalTerm[] {
  const clauses = profile.basis.flatMap((basis) => basis.clauses);
  const discussion: LegalTerm = {
    id: 'discussion',
    clause: clauses.find((clause) => clause === 'R8.2') ?? clauses[0] ?? null,
    length: { ...profile.term, length: facts.termLength ?? profile.term.length },
    isTarget: false,
    lastDay: facts.lastDay,
    doneOn: facts.isOver ? facts.lastDay : null,
    standing: facts.lastDay === null ? 'not-started' : facts.isOver ? 'met' : 'running',
  };
  const report = dutyTerm('publish-report', facts.lastDay, facts.publishedOn, { facts, profile, calendar });
  const approval =
    facts.isNewStandard && facts.registeredOn !== null && !facts.isApproved
      ? dutyTerm('approve-standard', facts.registeredOn, null, { facts, profile, calendar })
      : [];
  return [discussion, ...report, ...approval];
}

interface Around {
  readonly facts: TermFacts;
  readonly profile: ProcedureProfile;
  readonly calendar: WorkingCalendar;
}

function dutyTerm(
  id: 'publish-report' | 'approve-standard',
  from: LegalDay | null,
  doneOn: LegalDay | null,
  { facts, profile, calendar }: Around,
): LegalTerm[] {
  const duty = profile.duties.find((candidate) => candidate.id === id);
  if (!duty || !hasDuty(profile, id)) return [];
  const { clause, term: length, isTarget } = duty;
  const lastDay = from === null ? null : lastDayOf(() => dutyDates(profile, id, from, calendar).lastDay);
  const standing = from === null ? 'not-started' : standingOf(lastDay, doneOn, facts.today);
  return [{ id, clause, length, isTarget, lastDay, doneOn, standing }];
}

function standingOf(lastDay: LegalDay | null, doneOn: LegalDay | null, today: LegalDay): TermStanding {
  if (lastDay === null) return 'not-computable';
  if (doneOn !== null) return doneOn <= lastDay ? 'met' : 'missed';
  return today <= lastDay ? 'running' : 'overdue';
}

/** null while the calendar does not cover the years of the term: a page says so and never guesses. */
function lastDayOf(compute: () => LegalDay): LegalDay | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'term-not-computable') return null;
    throw error;
  }
}

/** How often the answers came: by the term of the report alone. */
export interface AnswerRecord {
  /** Reports published. */
  readonly answered: number;
  readonly inTime: number;
  readonly late: number;
  /** Closed, not answered, still within the term. */
  readonly waiting: number;
  readonly overdue: number;
  /** Without a term: the procedure sets none, or the calendar does not cover it. */
  readonly withoutTerm: number;
}

export function answerRecord(terms: readonly (LegalTerm | undefined)[]): AnswerRecord {
  const of = (standing: TermStanding) => terms.filter((term) => term?.standing === standing).length;
  const [inTime, late] = [of('met'), of('missed')];
  const withoutTerm = terms.filter((term) => !term || term.standing === 'not-computable').length;
  return { answered: inTime + late, inTime, late, waiting: of('running'), overdue: of('overdue'), withoutTerm };
}
