import { expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { shippedProfiles } from '#lib/time-limits';
import { versionOf } from '../testing/new-profile.js';
import { standingProfiles } from './added-profile.js';

it('a base is found whichever of the two came by the later clock, and one that is nowhere is named', () => {
  const kept = (id: string, basedOn: string) => ({
    ...versionOf('uk', { id, family: 'uk-own' }),
    basedOn,
    uid: id,
    addedBy: 'system',
    addedAt: instant('2026-11-27T06:00:00Z'),
    withdrawnAt: null,
  });
  const [dependant, base] = [kept('uk-b', 'uk-a'), kept('uk-a', 'uk')];
  expect(standingProfiles(shippedProfiles, [dependant, base]).map(({ id }) => id)).toEqual(['uk-b', 'uk-a']);
  expect(() => standingProfiles(shippedProfiles, [dependant])).toThrow(
    'profile uk-b is based on uk-a, which is not there',
  );
});
