import { createHmac, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type LyingProvider, signedBy, startLyingProvider } from '../testing/lying-provider.js';
import { OpenIdProvider } from './open-id-provider.js';
import { ProviderRefused, ProviderUnavailable } from './provider-refusals.js';
import { visitSecrets } from './visit-secrets.js';

const secrets = visitSecrets('a token of a browser');
const settingsOf = (issuer: string, more = {}) => ({
  issuer,
  clientId: 'talqy',
  clientSecret: 'a secret, long enough',
  returnAddress: 'http://localhost/sign-in/provider/return',
  leftAddress: 'http://localhost/sign-out/return',
  isDevelopment: true,
  ...more,
});

let liar: LyingProvider;
let provider: OpenIdProvider;
beforeAll(async () => {
  liar = await startLyingProvider(() => ({ nonce: secrets.nonce }));
  provider = new OpenIdProvider(settingsOf(liar.issuer));
});
beforeEach(() => {
  liar.lie = {};
});
afterAll(() => liar.stop());

const back = (more: Record<string, string> = {}) =>
  provider.person(new URLSearchParams({ code: 'c', state: secrets.state, ...more }), secrets);
const now = () => Math.floor(Date.now() / 1000);

describe('an identity provider', () => {
  it('is asked by code, with PKCE by S256, state and nonce, and knows a person by issuer and subject', async () => {
    const address = await provider.address(secrets);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'talqy',
      redirect_uri: 'http://localhost/sign-in/provider/return',
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      state: secrets.state,
      nonce: secrets.nonce,
    });
    expect(address.searchParams.get('code_challenge')).not.toBe(secrets.verifier);
    expect(address.search).not.toContain(secrets.verifier);
    expect(await back()).toMatchObject({ issuer: liar.issuer, subject: 'a' });
    expect(liar.asked.at(-1)?.get('code_verifier')).toBe(secrets.verifier);
  });

  it('is left by the address it names, which comes back to ours; by none where it names none', async () => {
    const leave = (endSession?: string, more = {}) => {
      liar.lie = endSession === undefined ? {} : { metadata: { end_session_endpoint: endSession } };
      return new OpenIdProvider(settingsOf(liar.issuer, more)).leaveAddress('ru');
    };
    expect(await leave()).toBeUndefined();
    const address = await leave(`${liar.issuer}/end?theirs=1`);
    expect(address?.href.split('?')[0]).toBe(`${liar.issuer}/end`);
    expect(Object.fromEntries(address?.searchParams ?? [])).toEqual({
      theirs: '1',
      client_id: 'talqy',
      post_logout_redirect_uri: 'http://localhost/sign-out/return',
      state: 'ru',
    });
    for (const bad of ['javascript:alert(1)', 'no address'])
      await expect(leave(bad)).rejects.toThrow(ProviderUnavailable);
  });

  it('must ask the person anew for a confirmation, and says when it did', async () => {
    const { searchParams } = await provider.address(secrets, true);
    expect([searchParams.get('prompt'), searchParams.get('max_age')]).toEqual(['login', '0']);
    liar.lie = { claims: { auth_time: 1_700_000_000 } };
    expect(await back()).toMatchObject({ provedAt: 1_700_000_000 });
    liar.lie = { claims: { auth_time: 'just now' } };
    await expect(back()).rejects.toThrow(ProviderRefused);
  });

  it.each<[string, () => LyingProvider['lie']]>([
    ['of another nonce', () => ({ claims: { nonce: 'of somebody else' } })],
    ['without a nonce', () => ({ claims: { nonce: undefined } })],
    ['of another issuer', () => ({ claims: { iss: 'https://id.example.kz' } })],
    ['for another client', () => ({ claims: { aud: 'another' } })],
    ['for several clients, given to another', () => ({ claims: { aud: ['talqy', 'another'], azp: 'another' } })],
    ['that has expired', () => ({ claims: { iat: now() - 600, exp: now() - 300 } })],
    ['of the days to come', () => ({ claims: { nbf: now() + 600 } })],
    ['without a subject', () => ({ claims: { sub: undefined } })],
    ['that is not signed (alg none)', () => ({ header: { alg: 'none', kid: undefined }, sign: () => '' })],
    [
      'signed by the secret of the client',
      () => ({
        header: { alg: 'HS256', kid: undefined },
        sign: (content) => createHmac('sha256', settingsOf('').clientSecret).update(content).digest('base64url'),
      }),
    ],
    [
      'signed by another key under the same name',
      () => ({ sign: signedBy(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey) }),
    ],
    ['of a key nobody published', () => ({ header: { kid: 'another' } })],
    ['changed after it was signed', () => ({ sign: (content) => liar.signed(`${content}x`) })],
  ])('does not let in by a token %s', async (_, lie) => {
    liar.lie = lie();
    await expect(back()).rejects.toMatchObject({ reason: 'refused' });
  });

  it('does not let in by another state, an answer of another issuer, or none', async () => {
    const count = liar.asked.length;
    for (const [name, value] of [
      ['state', 'another'],
      ['iss', 'https://id.example.kz'],
      ['error', 'access_denied'],
    ] as const)
      await expect(back({ [name]: value })).rejects.toThrow(ProviderRefused);
    await expect(provider.person(new URLSearchParams(), secrets)).rejects.toThrow(ProviderRefused);
    expect(liar.asked).toHaveLength(count);
  });

  it('is unavailable when it does not answer, fails or calls itself by another name, and is asked again later', async () => {
    liar.lie = { status: 503 };
    await expect(back()).rejects.toThrow(ProviderUnavailable);
    const nowhere = new OpenIdProvider(settingsOf('http://127.0.0.1:9'));
    await expect(nowhere.address(secrets)).rejects.toThrow(ProviderUnavailable);
    const misnamed = new OpenIdProvider(settingsOf(`${liar.issuer}/`));
    await expect(misnamed.address(secrets)).rejects.toThrow(ProviderUnavailable);
    await expect(misnamed.address(secrets)).rejects.toThrow(ProviderUnavailable);
    liar.lie = {};
    const late = new OpenIdProvider(settingsOf(liar.issuer));
    liar.lie = { status: 500 };
    await expect(late.address(secrets)).rejects.toThrow(ProviderUnavailable);
    liar.lie = {};
    expect((await late.address(secrets)).href).toContain(liar.issuer);
  });

  it('is never on this host, and never asked without TLS, unless it is the one for development', async () => {
    for (const issuer of [liar.issuer, liar.issuer.replace('http:', 'https:'), 'https://localhost:9']) {
      const real = new OpenIdProvider(settingsOf(issuer, { isDevelopment: false }));
      await expect(real.address(secrets)).rejects.toThrow(ProviderUnavailable);
    }
    const away = new OpenIdProvider(settingsOf('http://8.8.8.8'));
    await expect(away.address(secrets)).rejects.toThrow(ProviderUnavailable);
  });
});
