import { describe, expect, it } from '@jest/globals';
import { addressFault, happenings, isLast, isToldOfDraft, scopesTold } from './subscription.js';

describe('what subscribers are told of', () => {
  it('ends with the withdrawal and the approval, after which nothing comes (REQ-25, R8.5)', () => {
    expect(happenings.filter(isLast)).toEqual(['WITHDRAWN', 'APPROVED']);
  });

  it('is everything but the opening to who asked about the draft itself', () => {
    expect(happenings.filter((each) => !isToldOfDraft(each))).toEqual(['OPENED']);
  });

  it.each(happenings)(
    'is %s to who asked for new drafts and changes, and the opening alone to who asked for new ones',
    (each) => {
      expect(scopesTold(each)).toEqual(each === 'OPENED' ? ['NEW', 'ALL'] : ['ALL']);
    },
  );
});

describe('an address', () => {
  it.each(['asel@example.kz', ' Asel@example.kz '])('is one: %j', (typed) =>
    expect(addressFault(typed)).toBeUndefined(),
  );

  it.each([
    ['', 'missing'],
    ['  ', 'missing'],
    ['asel', 'malformed'],
    ['a@b.kz\r\nBcc: c@d.kz', 'malformed'],
    ['a@b.kz\u0000', 'malformed'],
    ['a@b.kz,c@d.kz', 'malformed'],
    [`${'a'.repeat(65)}@b.kz`, 'malformed'],
  ] as const)('is none: %j', (typed, fault) => expect(addressFault(typed)).toBe(fault));
});
