import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { isThisHost } from '#lib/kernel';

type Environment = Record<string, string | undefined>;
interface Tool {
  startDemoProvider: (
    env: Environment,
    built: { people: readonly object[]; isThisHost: (name: string) => boolean },
  ) => Promise<{ env: Record<string, string>; stop(): Promise<void> } | undefined>;
}

const home = mkdtempSync(join(tmpdir(), 'talqy-demo-provider-'));
process.env['TALQY_HOME'] = home;
const path = fileURLToPath(new URL('../../tools/start/demo-provider.mjs', import.meta.url));
const { startDemoProvider }: Tool = await import(path);

const { PATH } = process.env;
const here = { PATH, HOST: '127.0.0.1', PUBLIC_URL: 'http://127.0.0.1:3000' };
const started = (more: Environment = {}) => startDemoProvider({ ...here, ...more }, { people: [], isThisHost });

describe('the demo provider of npm start', () => {
  afterAll(() => rmSync(home, { recursive: true }));

  it('knows officials and senders, answers, and ends', async () => {
    const provider = await started();
    const { TALQY_OIDC_ISSUER: issuer = '', TALQY_OIDC_CITIZENS_ISSUER: citizens } = provider?.env ?? {};
    expect([citizens, (await fetch(`${issuer}/.well-known/openid-configuration`)).status]).toEqual([issuer, 200]);
    await provider?.stop();
    await provider?.stop();
    await expect(fetch(issuer)).rejects.toThrow('fetch failed');
  });

  it('leaves the provider of senders to whoever set one', async () => {
    const provider = await started({ TALQY_OIDC_CITIZENS_ISSUER: 'https://id.example.kz' });
    expect(Object.keys(provider?.env ?? {}).filter((name) => name.includes('CITIZENS'))).toEqual([]);
    await provider?.stop();
  });

  it.each<[string, Environment]>([
    ['the portal listens to other machines', { HOST: '0.0.0.0' }],
    ['it listens to them by IPv6', { HOST: '::' }],
    ['it listens by a name', { HOST: 'talqy.example.kz' }],
    ['it is reached from elsewhere', { PUBLIC_URL: 'http://talqy.example.kz' }],
    ['something before it is reached by https', { PUBLIC_URL: 'https://localhost' }],
    ['it has no address', { PUBLIC_URL: 'localhost' }],
    ['a real one is named', { TALQY_OIDC_ISSUER: 'https://id.example.kz' }],
    ['it is production', { NODE_ENV: 'production' }],
  ])('is not there when %s', async (_, more) => {
    expect(await started(more)).toBeUndefined();
  });

  it('says so when it ends before it listens', async () => {
    await expect(started({ NODE_OPTIONS: '--no-such-option' })).rejects.toThrow(
      /^The demo provider did not start\. Its log .+ says:\n.*--no-such-option/s,
    );
  });
});
