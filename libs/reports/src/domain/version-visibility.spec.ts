import { describe, expect, it } from '@jest/globals';
import { type Actor, citizen, type Role, system } from '#lib/kernel';
import { maySeeVersion, standingOf } from './version-visibility.js';

const official = (bodyId: string, ...roles: Role[]): Actor => ({ kind: 'officer', id: 'o', name: 'O', bodyId, roles });
const people: Record<string, Actor> = {
  'a citizen': citizen,
  'an officer of the developing body': official('b', 'officer'),
  'its signer': official('b', 'signer'),
  'its administrator': official('b', 'administrator'),
  'an officer of another body': official('c', 'officer', 'signer'),
  'the system': system('worker'),
};
const drafters = ['an officer of the developing body', 'its signer', 'the system'];

describe('the standing of a version', () => {
  it.each([
    [true, false, 'discussed'],
    [true, true, 'discussed'],
    [false, true, 'revised'],
    [false, false, 'unpublished'],
  ])('placed %s, in a published report %s: %s', (isPlaced, isInPublishedReport, standing) =>
    expect(standingOf({ isPlaced, isInPublishedReport })).toBe(standing),
  );
});

describe('who may see a version (REQ-55)', () => {
  for (const [who, actor] of Object.entries(people)) {
    it.each(['discussed', 'revised'] as const)(`${who} sees the %s one`, (standing) =>
      expect(maySeeVersion(standing, 'b', actor)).toBe(true),
    );
    it(`${who} ${drafters.includes(who) ? 'sees' : 'does not see'} an unpublished one`, () =>
      expect(maySeeVersion('unpublished', 'b', actor)).toBe(drafters.includes(who)));
  }
});
