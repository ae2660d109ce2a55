import { instant } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { expect, it } from '@jest/globals';
import { personalNotice } from './personal-notice.js';

const t = translator('en');
const closeAt = instant('2016-07-01T18:00:00Z');
const noon = instant('2016-06-10T06:00:00Z');
const typed = { text: 'Call me: 8 701 123 45 67', proposedWording: '', personalSeen: '' };

it('names the kind and the passage, once for the same passages', () => {
  const notice = personalNotice(typed, closeAt, noon, t);
  expect(notice?.items).toEqual([{ kind: 'Telephone number', passage: '8 701 123 45 67' }]);
  const personalSeen = notice?.seen ?? '';
  expect(personalNotice({ ...typed, personalSeen }, closeAt, noon, t)).toBeNull();
  expect(personalNotice({ ...typed, text: 'Call me: 8 702 123 45 67', personalSeen }, closeAt, noon, t)).not.toBeNull();
  expect(personalNotice({ ...typed, proposedWording: 'a@b.kz', personalSeen }, closeAt, noon, t)?.items).toHaveLength(
    2,
  );
});

it('holds nobody up right before the close, nor without a finding', () => {
  expect(personalNotice(typed, closeAt, instant('2016-07-01T17:50:00Z'), t)).toBeNull();
  expect(personalNotice({ ...typed, text: 'Three days, please' }, closeAt, noon, t)).toBeNull();
  expect(personalNotice(typed, null, noon, t)).not.toBeNull();
});
