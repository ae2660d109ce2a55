import { expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { shippedProfiles } from '#lib/time-limits';
import { versionOf } from '../testing/new-profile.js';
import { standingProfiles } from './added-profile.js';

const kept = (id: string, basedOn: string) => ({
  ...versionOf('uk', { id, family: 'uk-own' }),
  basedOn,
  uid: id,
  addedBy: 'system',
  addedAt: instant('2026-11-27T06:00:00Z'),
  withdrawnAt: null,
});

it('a base is found whichever of the two came by the later clock, and one that is nowhere is named', () => {
  const [dependant, base] = [kept('uk-b', 'uk-a'), kept('uk-a', 'uk')];
  expect(standingProfiles(shippedProfiles, [dependant, base]).map(({ id }) => id)).toEqual(['uk-b', 'uk-a']);
  expect(() => standingProfiles(shippedProfiles, [dependant])).toThrow(
    'profile uk-b is based on uk-a, which is not there',
  );
});

it('a ring is named', () => {
  const ring = [kept('uk-c', 'uk-a'), kept('uk-a', 'uk-b'), kept('uk-b', 'uk-a')];
  expect(() => standingProfiles(shippedProfiles, ring)).toThrow(
    new RangeError('profiles are based on each other in a ring: uk-c on uk-a on uk-b on uk-a'),
  );
});

it('one that was withdrawn neither stands nor is a base', () => {
  const withdrawn = { ...kept('uk-a', 'uk'), withdrawnAt: instant('2026-11-27T07:00:00Z') };
  expect(standingProfiles(shippedProfiles, [withdrawn])).toEqual([]);
  expect(() => standingProfiles(shippedProfiles, [withdrawn, kept('uk-b', 'uk-a')])).toThrow(
    'profile uk-b is based on uk-a, which is not there',
  );
});
