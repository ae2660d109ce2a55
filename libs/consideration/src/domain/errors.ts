import { DomainError } from '#lib/kernel';
import type { DecisionFault } from './decision.js';
import type { OwnInitiativeFault } from './own-initiative.js';
import type { SplitFault } from './point.js';

/** The same answer for a remark that is not there and for another body's: nobody learns which. */
export class RemarkNotFound extends DomainError {
  constructor(remarkId: string) {
    super('not-found', 'there is no such remark', { remarkId });
  }
}

/** REQ-55: nothing is decided, grouped or explained before the generous close; a withdrawn discussion gets no answers. */
export class DecisionBeforeClose extends DomainError {
  constructor(details: Readonly<Record<string, unknown>>) {
    super('wrong-state', 'the consideration begins after the close of the discussion', details);
  }
}

/** A withdrawn or hidden remark is counted, not decided. */
export class RemarkNotStanding extends DomainError {
  constructor(number: string, state: string) {
    super('wrong-state', `remark ${number} is ${state.toLowerCase()} and gets no decision`, { number, state });
  }
}

/** REQ-44: a remark of a group is answered with the group. */
export class RemarkInGroup extends DomainError {
  constructor(number: string, groupNo: number) {
    const remedy = 'answer the group, or take the remark out of it first';
    super('wrong-state', `remark ${number} is in group ${groupNo}: ${remedy}`, { number, groupNo });
  }
}

/** Somebody decided, grouped or withdrew one of them between the preview and the answer. */
export class AnswersChanged extends DomainError {
  constructor() {
    super('conflict', 'the remarks or their answers have changed since they were looked at');
  }
}

/** REQ-56, REQ-66: after signing a decision changes only through a corrected report. */
export class ReportAlreadySigned extends DomainError {
  constructor(details: Readonly<Record<string, unknown>>) {
    super('report-frozen', 'the report on this discussion is signed', details);
  }
}

export class DecisionRefused extends DomainError {
  constructor(number: string, faults: readonly DecisionFault[]) {
    const named = faults.map(({ field, fault }) => `${field}: ${fault}`).join(', ');
    super('invalid-input', `remark ${number} cannot be decided so: ${named}`, { number, faults });
  }
}

/** `details.faults` names each point and what is wrong with it. */
export class SplitRefused extends DomainError {
  constructor(number: string, faults: readonly SplitFault[]) {
    const named = faults.map(({ point, fault }) => `point ${point}: ${fault}`).join(', ');
    super('invalid-input', `remark ${number} cannot be split so: ${named}`, { number, faults });
  }
}

export class OwnInitiativeRefused extends DomainError {
  constructor(faults: readonly OwnInitiativeFault[]) {
    const named = faults.map(({ field, fault }) => `${field}: ${fault}`).join(', ');
    super('invalid-input', `the change cannot be explained so: ${named}`, { faults });
  }
}
