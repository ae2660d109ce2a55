import { DomainError } from '#lib/kernel';

/** The same answer for what is not there and for another body's: nobody learns which. */
export class DiscussionNotFound extends DomainError {
  constructor(discussionId: string) {
    super('not-found', 'there is no such discussion', { discussionId });
  }
}

export class GroupNotFound extends DomainError {
  constructor(no: number) {
    super('not-found', 'there is no such group', { no });
  }
}

/** What the officer looked at is no longer so: somebody else confirmed, dismissed, or a search made new suggestions. */
export class SuggestionChanged extends DomainError {
  constructor() {
    super('conflict', 'the suggestion has changed since it was looked at');
  }
}

/** The members of a group are no longer those the officer saw. */
export class GroupChanged extends DomainError {
  constructor(no: number) {
    super('conflict', `group ${no} has changed since it was looked at`, { no });
  }
}

/** Some of the chosen remarks cannot be in the group. */
export class RemarksNotGroupable extends DomainError {
  constructor(fault: 'unknown' | 'not-standing' | 'in-a-group', numbers: readonly string[]) {
    super(fault === 'unknown' ? 'invalid-input' : 'conflict', `${numbers.join(', ')}: ${fault}`, {
      faults: [{ field: 'numbers', fault, numbers }],
    });
  }
}

/** REQ-44: fewer than two remarks are no group. */
export class TooFewForGroup extends DomainError {
  constructor() {
    super('invalid-input', 'a group has two remarks at least', { faults: [{ field: 'numbers', fault: 'too-few' }] });
  }
}

/** A group of one is none: the last two part by dissolving it. */
export class LastPairOfGroup extends DomainError {
  constructor(no: number) {
    super('wrong-state', `group ${no} has two remarks left: dissolve it instead`, { no });
  }
}

/** Nobody in the group stands any more: there is nobody to answer. */
export class NobodyInGroup extends DomainError {
  constructor(no: number) {
    super('wrong-state', `no remark of group ${no} stands any more`, { no });
  }
}

/** REQ-51: what is answered together makes the same points. */
export class GroupSplitApart extends DomainError {
  constructor(no: number, numbers: readonly string[]) {
    const remedy = 'split the whole group, or take them out of it';
    super('wrong-state', `${numbers.join(', ')} of group ${no} make another count of points: ${remedy}`, {
      no,
      numbers,
    });
  }
}
