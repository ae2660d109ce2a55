import { type Instant, instantOf } from './instant.js';

/** Tells when an official's act was done. Never decides whether a remark is late: the database does (design, section 3). */
export interface Clock {
  now(): Instant;
}

/** The injection token of the process's clock. */
export const CLOCK = Symbol('Clock');

export const systemClock: Clock = { now: () => instantOf(Date.now()) };

/** A clock that stands still until `set`; for tests, the demo and imports of past discussions. */
export function fixedClock(start: Instant): Clock & { set(to: Instant): void } {
  let current = start;
  return {
    now: () => current,
    set: (to) => {
      current = to;
    },
  };
}
