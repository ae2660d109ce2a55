import { DomainError } from '#lib/kernel';
import type { Blocker } from './blockers.js';

export class ReportNotFound extends DomainError {
  constructor(details: Readonly<Record<string, unknown>>) {
    super('not-found', 'there is no such report', details);
  }
}

/** AMB-18: a withdrawn discussion has a notice, not a report; an open one is not over. */
export class DiscussionNotClosed extends DomainError {
  constructor(discussionId: string, state: string) {
    super('wrong-state', `a report is made of a closed discussion; this one is ${state.toLowerCase()}`, {
      discussionId,
      state,
    });
  }
}

/** REQ-61, REQ-64: `details.blockers` names each. */
export class ReportBlocked extends DomainError {
  constructor(blockers: readonly Blocker[]) {
    super('report-blocked', `the report is blocked: ${blockers.slice(0, 20).map(nameOf).join('; ')}`, { blockers });
  }
}

/** REQ-66: corrections are numbered errata. */
export class ReportFrozen extends DomainError {
  constructor(reportId: string) {
    super('report-frozen', 'the report is signed and does not change', { reportId });
  }
}

const nameOf = ({ code, number, point, detail }: Blocker): string =>
  [code, number, point === null ? null : `point ${point}`, detail].filter((part) => part !== null).join(' ');
