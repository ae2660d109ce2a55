import { instant } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { addressFault, happenings, isLast, isStillNews, isToldOfDraft, scopesTold } from './subscription.js';

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

describe('what happened is still news', () => {
  const close = instant('2016-07-01T18:00:00Z');
  const moved = instant('2016-07-08T18:00:00Z');
  const open = { closeAt: close, isTakingRemarks: true };
  const over = { closeAt: close, isTakingRemarks: false };

  it.each([
    ['OPENED', '', open, true],
    ['OPENED', '', over, false],
    ['EXTENDED', close, open, true],
    ['EXTENDED', close, { ...open, closeAt: moved }, false],
    ['EXTENDED', close, over, false],
    ['CLOSING_SOON', close, open, true],
    ['CLOSING_SOON', close, { ...open, closeAt: moved }, false],
    ['CLOSING_SOON', close, { ...open, closeAt: null }, false],
    ['CLOSING_SOON', close, over, false],
    ['CLOSED', '', open, true],
    ['CLOSED', '', over, true],
    ['REPORTED', 'x', over, true],
    ['WITHDRAWN', '', over, true],
    ['APPROVED', '', over, true],
  ] as const)('%s of %s, %j: %s', (happening, about, now, isNews) =>
    expect(isStillNews(happening, about, now)).toBe(isNews),
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
