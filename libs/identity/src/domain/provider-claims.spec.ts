import { describe, expect, it } from '@jest/globals';
import { type ClaimRules, nameByClaims, rightsByClaims } from './provider-claims.js';

const rules: ClaimRules = {
  roles: {
    claim: 'groups',
    values: [
      ['talqy', 'officer'],
      ['heads', 'signer'],
      ['heads', 'officer'],
    ],
  },
  body: { claim: 'department', values: [['100140', 'MNE']] },
  secondFactor: [
    ['amr', 'mfa'],
    ['acr', 'urn:loa:3'],
  ],
};

describe('the claims of a provider', () => {
  it('give roles in the order of the roles, each once', () => {
    const rolesOf = (groups: unknown) => rightsByClaims({ groups }, rules).roles;
    expect(rolesOf(['heads', 'talqy'])).toEqual(['officer', 'signer']);
    expect(rolesOf('talqy')).toEqual(['officer']);
    for (const none of [undefined, null, [], 'minister', ['Talqy'], [['talqy']], { talqy: true }, 7])
      expect(rolesOf(none)).toEqual([]);
  });

  it('give one body, by its code or by what the settings say', () => {
    const codeOf = (department: unknown, by = rules) => rightsByClaims({ department }, by).bodyCode;
    expect(codeOf('100140')).toBe('MNE');
    const byCode = { ...rules, body: { claim: 'department', values: [] } };
    expect(codeOf('MNE', byCode)).toBe('MNE');
    expect(codeOf(['MNE', 'BBM'], byCode)).toBeNull();
    for (const none of [undefined, '', 'MNE', 7]) expect(codeOf(none)).toBeNull();
  });

  it('give neither where the settings leave it to an administrator', () => {
    const given = rightsByClaims({ groups: ['talqy'], department: '100140' }, { secondFactor: [] });
    expect(given).toEqual({ hasSecondFactor: false });
  });

  it('say whether a second factor was asked for', () => {
    const hasFactor = (claims: object) => rightsByClaims({ ...claims }, rules).hasSecondFactor;
    expect([hasFactor({ amr: ['pwd', 'mfa'] }), hasFactor({ acr: 'urn:loa:3' })]).toEqual([true, true]);
    for (const claims of [{}, { amr: 'pwd' }, { acr: 'mfa' }, { amr: true }]) expect(hasFactor(claims)).toBe(false);
    expect(rightsByClaims(JSON.parse('{"__proto__": {"amr": "mfa"}}') as object as never, rules).hasSecondFactor).toBe(
      false,
    );
  });

  it('name the person', () => {
    expect(nameByClaims({ name: '  Әсел Нұрланова ' })).toBe('Әсел Нұрланова');
    expect(nameByClaims({ name: 7 })).toBe('');
  });
});
