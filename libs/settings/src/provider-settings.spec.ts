import { describe, expect, it } from '@jest/globals';
import { describeSettings } from './describe-settings.js';
import { loadSettings } from './load-settings.js';
import { SettingsError } from './settings-error.js';
import { someKeyRing } from './testing/some-key-ring.js';

const enough = {
  DATABASE_URL: 'postgresql://talqy:word@127.0.0.1:5432/talqy',
  TALQY_SECRET: 's'.repeat(32),
  TALQY_KEYS: someKeyRing(),
  TALQY_OIDC_ISSUER: 'https://id.example.kz/realms/state',
  TALQY_OIDC_CLIENT_ID: 'talqy',
  TALQY_OIDC_CLIENT_SECRET: 'a secret of the provider',
};

const given = (more: Record<string, string> = {}) => loadSettings({ ...enough, ...more });
function faultsOf(more: Record<string, string>): readonly string[] {
  try {
    given(more);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
}

describe('the identity provider of senders', () => {
  const senders = {
    TALQY_OIDC_CITIZENS_ISSUER: 'https://idp.example.kz',
    TALQY_OIDC_CITIZENS_CLIENT_ID: 'talqy',
    TALQY_OIDC_CITIZENS_CLIENT_SECRET: 'another secret of it',
  };

  it('is another one, and nobody without an issuer', () => {
    expect(given().sendersProvider).toBeUndefined();
    expect(given(senders).sendersProvider).toEqual({
      issuer: 'https://idp.example.kz',
      clientId: 'talqy',
      clientSecret: 'another secret of it',
      returnAddress: 'http://127.0.0.1:3000/sender/return',
      leftAddress: 'http://127.0.0.1:3000/sign-out/return',
      isDevelopment: false,
      name: 'idp.example.kz',
    });
    expect(Object.values(describeSettings(given(senders))).join()).not.toContain('another secret of it');
  });

  it.each([
    [
      { TALQY_OIDC_CITIZENS_ISSUER: '' },
      'TALQY_OIDC_CITIZENS_ISSUER is not set; TALQY_OIDC_CITIZENS_CLIENT_ID needs it',
    ],
    [{ TALQY_OIDC_CITIZENS_CLIENT_SECRET: '' }, 'TALQY_OIDC_CITIZENS_CLIENT_SECRET is not set'],
    [
      { TALQY_OIDC_CITIZENS_ISSUER: 'http://127.0.0.1:4000', NODE_ENV: 'production' },
      'TALQY_OIDC_CITIZENS_ISSUER must be an https:// address in production',
    ],
  ])('is refused with %j', (more, fault) => {
    expect(faultsOf({ ...senders, ...more })).toEqual([expect.stringContaining(fault)]);
  });
});

describe('the identity provider of officials', () => {
  it('is nobody without an issuer, and is read whole with one', () => {
    const { TALQY_OIDC_ISSUER: _i, TALQY_OIDC_CLIENT_ID: _c, TALQY_OIDC_CLIENT_SECRET: _s, ...none } = enough;
    expect(loadSettings(none).provider).toBeUndefined();
    expect(given().provider).toEqual({
      issuer: 'https://id.example.kz/realms/state',
      clientId: 'talqy',
      clientSecret: 'a secret of the provider',
      returnAddress: 'http://127.0.0.1:3000/sign-in/provider/return',
      leftAddress: 'http://127.0.0.1:3000/sign-out/return',
      isDevelopment: false,
      name: 'id.example.kz',
      rules: { secondFactor: [] },
    });
    const mapped = given({
      TALQY_OIDC_NAME: 'Кіру порталы',
      TALQY_OIDC_ROLES_CLAIM: 'groups',
      TALQY_OIDC_ROLES: 'talqy=officer, cn=heads=signer',
      TALQY_OIDC_BODY_CLAIM: 'department',
      TALQY_OIDC_BODIES: '100140=MNE',
      TALQY_OIDC_SECOND_FACTOR: 'amr=mfa, acr=urn:kz:loa=3',
    });
    expect(mapped.provider).toMatchObject({
      name: 'Кіру порталы',
      rules: {
        roles: {
          claim: 'groups',
          values: [
            ['talqy', 'officer'],
            ['cn=heads', 'signer'],
          ],
        },
        body: { claim: 'department', values: [['100140', 'MNE']] },
        secondFactor: [
          ['amr', 'mfa'],
          ['acr', 'urn:kz:loa=3'],
        ],
      },
    });
  });

  it.each([
    [
      { TALQY_OIDC_ISSUER: 'http://id.example.kz' },
      'TALQY_OIDC_ISSUER must be an https:// address, or http:// on this host',
    ],
    [{ TALQY_OIDC_ISSUER: 'https://id.example.kz/?realm=x' }, 'TALQY_OIDC_ISSUER must be'],
    [{ TALQY_OIDC_ISSUER: 'https://talqy@id.example.kz' }, 'TALQY_OIDC_ISSUER must be'],
    [{ TALQY_OIDC_ISSUER: 'https://:word@id.example.kz' }, 'TALQY_OIDC_ISSUER must be'],
    [{ TALQY_OIDC_ISSUER: '' }, 'TALQY_OIDC_ISSUER is not set; TALQY_OIDC_CLIENT_ID needs it'],
    [{ TALQY_OIDC_CLIENT_ID: '' }, 'TALQY_OIDC_CLIENT_ID is not set; TALQY_OIDC_ISSUER needs it'],
    [{ TALQY_OIDC_CLIENT_SECRET: '' }, 'TALQY_OIDC_CLIENT_SECRET is not set; TALQY_OIDC_ISSUER needs it'],
    [{ TALQY_OIDC_CLIENT_SECRET: 'short' }, 'TALQY_OIDC_CLIENT_SECRET must be a secret of at least 16 characters'],
    [{ TALQY_OIDC_ROLES: 'a=officer' }, 'TALQY_OIDC_ROLES_CLAIM and TALQY_OIDC_ROLES must be set together'],
    [{ TALQY_OIDC_ROLES_CLAIM: 'groups' }, 'TALQY_OIDC_ROLES_CLAIM and TALQY_OIDC_ROLES must be set together'],
    [{ TALQY_OIDC_ROLES_CLAIM: 'groups', TALQY_OIDC_ROLES: 'a=minister' }, 'TALQY_OIDC_ROLES must be pairs value=role'],
    [{ TALQY_OIDC_BODIES: 'a=MNE' }, 'TALQY_OIDC_BODY_CLAIM is not set; TALQY_OIDC_BODIES needs it'],
    [{ TALQY_OIDC_SECOND_FACTOR: 'mfa' }, 'TALQY_OIDC_SECOND_FACTOR must be amr=value or acr=value'],
    [{ PUBLIC_URL: 'http://talqy.example.kz' }, 'PUBLIC_URL must be an https:// address, or http:// on this host'],
    [
      { TALQY_OIDC_ISSUER: 'http://127.0.0.1:4000', NODE_ENV: 'production' },
      'TALQY_OIDC_ISSUER must be an https:// address in production',
    ],
  ])('is refused with %j', (more, fault) => {
    expect(faultsOf(more)).toEqual([expect.stringContaining(fault)]);
  });

  it('may be the development provider on this host outside production', () => {
    expect(given({ TALQY_OIDC_ISSUER: 'http://127.0.0.1:4000' }).provider).toMatchObject({ isDevelopment: true });
  });

  it('keeps its secret out of what an operator may paste into a letter', () => {
    expect(Object.values(describeSettings(given())).join()).not.toContain('a secret of the provider');
  });
});
