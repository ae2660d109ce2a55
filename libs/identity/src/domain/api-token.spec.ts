import { describe, expect, it } from '@jest/globals';
import { isApiToken, tokenFaults, tokenPrefix } from './api-token.js';

const good = { name: 'Есеп', roles: ['officer'], access: 'READ', days: 365 } as const;

describe('tokenFaults', () => {
  it.each<[string, object, string[]]>([
    ['nothing', {}, []],
    ['a name that says nothing', { name: ' ' }, ['name missing']],
    ['a name too long', { name: 'x'.repeat(101) }, ['name too-long']],
    ['no role', { roles: [] }, ['roles missing']],
    ['a role its officer has not', { roles: ['officer', 'signer'] }, ['roles not-own']],
    ['an access that is none', { access: 'ALL' }, ['access unknown']],
    ['no day', { days: 0 }, ['days out-of-range']],
    ['more than a year', { days: 366 }, ['days out-of-range']],
    ['half a day', { days: 0.5 }, ['days out-of-range']],
    ['no number of days', { days: Number.NaN }, ['days out-of-range']],
  ])('finds %s', (_, change, faults) =>
    expect(tokenFaults({ ...good, ...change }, ['officer']).map(({ field, fault }) => `${field} ${fault}`)).toEqual(
      faults,
    ),
  );
});

it('knows a token by sight and shows its first letters', () => {
  const token = `tlq_${'aB3_'.repeat(10)}xyz`;
  expect([isApiToken(token), tokenPrefix(token)]).toEqual([true, 'tlq_aB3_aB3_']);
  for (const other of ['', 'tlq_', token.slice(4), `${token}x`, token.replace('B', '.')])
    expect(isApiToken(other)).toBe(false);
});
