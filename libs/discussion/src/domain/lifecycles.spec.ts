import { describe, expect, it } from '@jest/globals';
import { discussionLifecycle, discussionStates, mayBecome, mayStillHappen } from './discussion-lifecycle.js';
import { entryLifecycle, entryMayBecome, entryStates } from './entry-lifecycle.js';
import { hidingLifecycle, hidingMayBecome, hidingStates, isOpenToModeration } from './hiding-lifecycle.js';
import { isReplaceable, remarkLifecycle, remarkMayBecome, remarkStates } from './remark-lifecycle.js';

function reachable<State extends string>(start: State, table: Readonly<Record<State, readonly State[]>>): Set<State> {
  const seen = new Set<State>([start]);
  for (const state of seen) for (const next of table[state]) seen.add(next);
  return seen;
}

describe('discussion lifecycle', () => {
  const allowed = ['OPEN>CLOSED', 'OPEN>WITHDRAWN', 'CLOSED>WITHDRAWN'];

  it.each(discussionStates.flatMap((from) => discussionStates.map((to) => [from, to] as const)))(
    'knows whether %s may become %s (REQ-25, REQ-112)',
    (from, to) => {
      expect(mayBecome(from, to)).toBe(allowed.includes(`${from}>${to}`));
    },
  );

  it('reaches every state from OPEN', () => {
    expect(reachable('OPEN', discussionLifecycle)).toEqual(new Set(discussionStates));
  });
});

describe('what may still become of a draft that was placed', () => {
  it.each(discussionStates.flatMap((state) => [true, false].map((isApproved) => [state, isApproved] as const)))(
    'is something when it is %s and approved: %s, unless one of both ends it (REQ-25, R9)',
    (state, isApproved) => {
      expect(mayStillHappen(state, isApproved)).toBe(['OPEN', 'CLOSED'].includes(state) && !isApproved);
    },
  );
});

describe('remark lifecycle', () => {
  const allowed = ['RECEIVED>WITHDRAWN', 'RECEIVED>HIDDEN', 'HIDDEN>RECEIVED'];

  it.each(remarkStates.flatMap((from) => remarkStates.map((to) => [from, to] as const)))(
    'knows whether %s may become %s (REQ-38, REQ-116)',
    (from, to) => {
      expect(remarkMayBecome(from, to)).toBe(allowed.includes(`${from}>${to}`));
    },
  );

  it('reaches every state from RECEIVED', () => {
    expect(reachable('RECEIVED', remarkLifecycle)).toEqual(new Set(remarkStates));
  });

  it.each([
    ['RECEIVED', true],
    ['WITHDRAWN', false],
    ['HIDDEN', false],
  ] as const)('a %s remark is replaceable: %s (REQ-38)', (state, expected) => {
    expect(isReplaceable(state)).toBe(expected);
  });
});

describe('entry lifecycle', () => {
  const allowed = ['ENTERED>CONFIRMED', 'ENTERED>REFUSED'];

  it.each(entryStates.flatMap((from) => entryStates.map((to) => [from, to] as const)))(
    'knows whether %s may become %s (REQ-41)',
    (from, to) => {
      expect(entryMayBecome(from, to)).toBe(allowed.includes(`${from}>${to}`));
    },
  );

  it('reaches every state from ENTERED', () => {
    expect(reachable('ENTERED', entryLifecycle)).toEqual(new Set(entryStates));
  });
});

describe('hiding lifecycle', () => {
  const allowed = ['PROPOSED>IN_FORCE', 'PROPOSED>REFUSED', 'IN_FORCE>LIFTED'];

  it.each(hidingStates.flatMap((from) => hidingStates.map((to) => [from, to] as const)))(
    'knows whether %s may become %s (REQ-116)',
    (from, to) => {
      expect(hidingMayBecome(from, to)).toBe(allowed.includes(`${from}>${to}`));
    },
  );

  it('reaches every state from PROPOSED', () => {
    expect(reachable('PROPOSED', hidingLifecycle)).toEqual(new Set(hidingStates));
  });
});

describe('a procedure', () => {
  it.each([
    ['OPEN', true],
    ['CLOSED', true],
    ['DRAFTING', false],
    ['CONSIDERED', false],
    ['WITHDRAWN', false],
  ])('that is %s is open to moderation: %s (REQ-116)', (state, isOpen) => {
    expect(isOpenToModeration(state)).toBe(isOpen);
  });
});
