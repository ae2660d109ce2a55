import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, describe, expect, it } from '@jest/globals';
import { describeSettings } from './describe-settings.js';
import { loadSettings } from './load-settings.js';
import { projectRoot } from './project-root.js';
import { SettingsError } from './settings-error.js';
import { someKeyRing } from './testing/some-key-ring.js';

const enough = {
  DATABASE_URL: 'postgresql://talqy:word@127.0.0.1:5432/talqy',
  TALQY_SECRET: 's'.repeat(32),
  TALQY_KEYS: someKeyRing(),
};

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    loadSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
}

describe('loadSettings', () => {
  it('needs a database and a secret, and fills in the rest', () => {
    expect({ ...loadSettings(enough) }).toEqual({
      databaseUrl: enough.DATABASE_URL,
      migrationDatabaseUrl: enough.DATABASE_URL,
      databasePool: 16,
      queueUrl: enough.DATABASE_URL,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      secret: enough.TALQY_SECRET,
      keyFile: enough.TALQY_KEYS,
      secondFactor: 'offered',
      home: join(projectRoot(), '.talqy'),
      smtpUrl: undefined,
      mailFrom: 'Talqy <talqy@localhost.localdomain>',
      drainSeconds: 60,
      logLevel: 'info',
      nodeEnv: 'development',
      healthPort: 0,
      intakeProbe: 'on',
      plainConnections: 'refused',
      pageFreshnessMs: 1_000,
      trustedProxies: [],
      rateLimits: [],
      leastWaitSeconds: 10,
      proofAbove: 100,
      proofCost: 2000,
      securityAlarms: [],
      metricsPort: undefined,
      signatureTrustedRoots: undefined,
      signatureVerifierUrl: undefined,
      clamavUrl: undefined,
      oidcCitizensIssuer: undefined,
      oidcCitizensClientId: undefined,
      oidcCitizensClientSecret: undefined,
      oidcCitizensName: undefined,
      oidcIssuer: undefined,
      oidcClientId: undefined,
      oidcClientSecret: undefined,
      oidcName: undefined,
      oidcRolesClaim: undefined,
      oidcRoles: [],
      oidcBodyClaim: undefined,
      oidcBodies: [],
      oidcSecondFactor: [],
    });
  });

  it.each(['remark:0', 'remark:-1', 'remark', 'remarks:5', 'remark:1.5', 'remark:1:2', ':5'])(
    'takes no rate %j',
    (rate) =>
      expect(faultsOf({ ...enough, RATE_LIMITS: rate })).toEqual([expect.stringContaining('RATE_LIMITS must be')]),
  );
  it('takes rates of the actions that are limited', () => {
    const written = ['remark:1', 'receipt-check:999999999', 'sign-in:2', 'password-reset:3', 'upload:4', 'search:5'];
    expect(loadSettings({ ...enough, RATE_LIMITS: written.join(', ') }).rateLimits).toEqual(written);
  });

  it.each([
    ['limited:0', []],
    ['limited:0, access-denied:5', []],
    ['limited', [expect.stringContaining('SECURITY_ALARMS must be')]],
    ['limit:5', [expect.stringContaining('SECURITY_ALARMS must be')]],
  ])('of alarms %j: %j', (alarms, faults) => {
    expect(faultsOf({ ...enough, SECURITY_ALARMS: alarms })).toEqual(faults);
  });

  it('names both when neither is there, and nothing that follows from them', () => {
    expect(faultsOf({})).toEqual([
      'DATABASE_URL is not set; it must be a postgresql:// address',
      'TALQY_SECRET is not set; it must be a random text of at least 32 characters',
      'TALQY_KEYS is not set; it must be the path of a key ring; `node tools/key-ring.mjs FILE` makes one',
    ]);
  });

  it('lists every fault at once', () => {
    const wrong = { DATABASE_URL: 'mysql://x/y', PORT: '70000', DRAIN_SECONDS: 'soon', LOG_LEVEL: 'loud', HOST: 'a b' };
    expect(faultsOf(wrong).map((fault) => fault.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'HOST',
      'PORT',
      'TALQY_SECRET',
      'TALQY_KEYS',
      'DRAIN_SECONDS',
      'LOG_LEVEL',
    ]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadSettings({ ...enough, SMTP_URL: '', PORT: ' ', QUEUE_URL: '' })).toMatchObject({
      smtpUrl: undefined,
      port: 3000,
    });
    expect(faultsOf({ ...enough, DATABASE_URL: '' })).toHaveLength(1);
  });

  it('takes a short drain for tests, and refuses it in production', () => {
    expect(faultsOf({ ...enough, DRAIN_SECONDS: '2' })).toEqual([]);
    const enoughInProduction = { ...enough, NODE_ENV: 'production' };
    expect(faultsOf({ ...enoughInProduction, DRAIN_SECONDS: '29' })).toEqual([
      'DRAIN_SECONDS must be at least 30 in production',
    ]);
    expect(faultsOf({ ...enoughInProduction, DRAIN_SECONDS: '30' })).toEqual([]);
  });

  it('speaks to nobody unencrypted over a network in production, unless that is allowed', () => {
    const env = { ...enough, NODE_ENV: 'production', SMTP_URL: 'smtp://mail:25' };
    expect(faultsOf(env)).toEqual([
      'SMTP_URL must begin with smtps:, or have requireTLS=true in production, or PLAIN_CONNECTIONS=allowed where the network is yours alone',
    ]);
    expect(faultsOf({ ...env, PLAIN_CONNECTIONS: 'allowed' })).toEqual([]);
    expect(faultsOf({ ...env, NODE_ENV: 'development' })).toEqual([]);
  });

  it('asks for the second factor in production', () => {
    expect(loadSettings({ ...enough, NODE_ENV: 'production' }).secondFactor).toBe('required');
  });

  it('never repeats a secret in a fault', () => {
    const faults = faultsOf({ DATABASE_URL: 'ftp://talqy:word@host/x', TALQY_SECRET: 'tooshort' }).join();
    expect(faults).not.toMatch(/word|tooshort/);
  });
});

describe('each variable', () => {
  it.each([
    ['DATABASE_URL', 'postgres://u:p@db/talqy', { databaseUrl: 'postgres://u:p@db/talqy' }, 'http://db/talqy'],
    ['MIGRATION_DATABASE_URL', 'postgresql://o@db/t', { migrationDatabaseUrl: 'postgresql://o@db/t' }, 'db'],
    ['DATABASE_POOL', '4', { databasePool: 4 }, '0'],
    ['QUEUE_URL', 'redis://127.0.0.1:6379/1', { queueUrl: 'redis://127.0.0.1:6379/1', queueKind: 'redis' }, 'amqp://x'],
    ['QUEUE_URL', 'postgresql://q/q', { queueKind: 'postgres' }, 'redis'],
    ['HOST', '::1', { host: '::1', publicUrl: 'http://[::1]:3000' }, 'localhost:80'],
    ['PORT', '0', { port: 0 }, '-1'],
    ['PORT', '8080', { port: 8080, publicUrl: 'http://127.0.0.1:8080' }, '80.5'],
    ['PUBLIC_URL', 'https://talqy.example.kz/', { publicUrl: 'https://talqy.example.kz' }, 'talqy.example.kz'],
    ['TALQY_SECRET', 'x'.repeat(40), { secret: 'x'.repeat(40) }, 'x'.repeat(31)],
    ['TALQY_KEYS', enough.TALQY_KEYS, { keyFile: enough.TALQY_KEYS }, '/nowhere/ring'],
    ['TALQY_SECOND_FACTOR', 'required', { secondFactor: 'required' }, 'never'],
    ['SMTP_URL', 'smtp://mail:25', { smtpUrl: 'smtp://mail:25' }, 'mail:25'],
    ['MAIL_FROM', 'Талқы <no-reply@talqy.kz>', { mailFrom: 'Талқы <no-reply@talqy.kz>' }, 'Talqy'],
    ['MAIL_FROM', 'no-reply@talqy.kz', { mailFrom: 'no-reply@talqy.kz' }, 'no-reply@talqy.kz>'],
    ['DRAIN_SECONDS', '0', { drainSeconds: 0 }, '4000'],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }, 'verbose'],
    ['NODE_ENV', 'production', { nodeEnv: 'production' }, 'prod'],
    ['HEALTH_PORT', '9000', { healthPort: 9000 }, '99999'],
    ['INTAKE_PROBE', 'off', { intakeProbe: 'off' }, 'no'],
    ['PAGE_FRESHNESS_MS', '0', { pageFreshnessMs: 0 }, '10001'],
    ['PLAIN_CONNECTIONS', 'allowed', { plainConnections: 'allowed' }, 'yes'],
    ['TRUSTED_PROXIES', '10.0.0.0/8, ::1', { trustedProxies: ['10.0.0.0/8', '::1'] }, '10.0.0.0/33'],
    [
      'SIGNATURE_VERIFIER_URL',
      'https://verifier.example.kz/cms',
      { signatureVerifierUrl: 'https://verifier.example.kz/cms' },
      'http://verifier.example.kz/cms',
    ],
    [
      'SIGNATURE_VERIFIER_URL',
      'http://127.0.0.1:8080/',
      { signatureVerifierUrl: 'http://127.0.0.1:8080/' },
      'verifier',
    ],
    ['TALQY_HOME', '/srv/talqy', { home: '/srv/talqy', mailFolder: '/srv/talqy/mail' }, undefined],
  ])('%s=%s is read; a wrong one is refused by name', (name, good, expected, bad) => {
    expect(loadSettings({ ...enough, [name]: good })).toMatchObject(expected);
    if (bad) expect(faultsOf({ ...enough, [name]: bad })).toEqual([expect.stringMatching(`^${name} must be `)]);
  });
});

describe('SIGNATURE_TRUSTED_ROOTS', () => {
  const [root = '', another = ''] = rootCertificates;
  const folder = mkdtempSync(join(tmpdir(), 'talqy-roots-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the path of a PEM file, from the project root when it is relative', () => {
    const path = file('roots.pem', `Түбір\n${root}\n${another}\n`);
    expect(loadSettings({ ...enough, SIGNATURE_TRUSTED_ROOTS: path })).toMatchObject({ signatureTrustedRoots: path });
    const fromHere = relative(projectRoot(), path);
    expect(loadSettings({ ...enough, SIGNATURE_TRUSTED_ROOTS: fromHere })).toMatchObject({
      signatureTrustedRoots: path,
    });
  });

  it.each([
    ['is not there', () => join(folder, 'nowhere.pem')],
    ['is a folder', () => folder],
    ['has no certificate', () => file('empty.pem', 'roots')],
    ['has a damaged one beside a good one', () => file('damaged.pem', `${root}\n${another.replace(/M/g, 'N')}`)],
  ])('is refused by name when the file %s', (_, path) => {
    expect(faultsOf({ ...enough, SIGNATURE_TRUSTED_ROOTS: path() })).toEqual([
      'SIGNATURE_TRUSTED_ROOTS must be a PEM file that can be read, with whole certificates',
    ]);
  });
});

describe('describeSettings', () => {
  it('shows what is set without the secret and without passwords', () => {
    const verifier = { SIGNATURE_VERIFIER_URL: 'https://user:word@verifier/cms' };
    const given = { ...enough, ...verifier, SMTP_URL: 'smtp://user:word@mail:25' };
    const lines = describeSettings(loadSettings(given));
    expect(lines).toMatchObject({
      databaseUrl: 'postgresql://talqy:***@127.0.0.1:5432/talqy',
      smtpUrl: 'smtp://user:***@mail:25',
      signatureVerifierUrl: 'https://user:***@verifier/cms',
    });
    expect(Object.values(lines).join()).not.toMatch(/word|ssss/);
  });
});
