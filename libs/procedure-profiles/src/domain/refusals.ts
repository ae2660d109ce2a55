import { DomainError } from '#lib/kernel';
import type { ProfileFault } from './profile-fault.js';

/** `details.faults` lists everything that is wrong. */
export class ProfileRefused extends DomainError {
  constructor(readonly faults: readonly ProfileFault[]) {
    super('invalid-input', `the profile has ${faults.length} faults; nothing was added`, { faults });
  }
}

export type WithdrawalRefusal = 'withdrawn' | 'begun' | 'base';

const said: Readonly<Record<WithdrawalRefusal, string>> = {
  withdrawn: 'it was withdrawn before',
  begun: 'the day it begins on has come, or comes within minutes',
  base: 'another profile is based on it',
};

/** `details.reason` says why the profile stays. */
export class ProfileStays extends DomainError {
  constructor(readonly reason: WithdrawalRefusal) {
    super('wrong-state', `the profile is not withdrawn: ${said[reason]}`, { reason });
  }
}
