import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { afterAll, describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { ChainedVerifier } from './chained-verifier.js';
import { SignatureVerifier } from './signature-verifier.js';
import { type SignatureSettings, SignaturesModule } from './signatures.module.js';
import { signDetached } from './testing/sign-detached.js';
import { makeTestPki } from './testing/test-pki.js';

const at = instant('2026-11-26T10:00:00Z');
const content = Buffer.from('{"number":"1"}');
const pki = makeTestPki(at);
const folder = mkdtempSync(join(tmpdir(), 'talqy-signatures-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const none: SignatureSettings = { trustedRoots: undefined, verifierUrl: undefined };

async function verifier(settings: Partial<SignatureSettings>): Promise<SignatureVerifier> {
  const module = await Test.createTestingModule({
    imports: [SignaturesModule.forRoot({ ...none, ...settings })],
  }).compile();
  return module.get(SignatureVerifier);
}

describe('SignaturesModule', () => {
  const signature = signDetached(content, pki.official, { certificates: [pki.official, pki.intermediate] });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('trusts the authorities of the file', async () => {
    const path = file('roots.pem', `Түбір куәландырушы орталық\n${pki.rootsPem}`);
    expect(await (await verifier({ trustedRoots: path })).verify(content, signature, at)).toMatchObject({
      trust: 'TRUSTED_CHAIN',
    });
  });
  it('lets nobody vouch without one', async () => {
    expect(await (await verifier({})).verify(content, signature, at)).toMatchObject({ trust: 'SELF_DECLARED' });
  });
  it('asks elsewhere too when an address is given', async () => {
    expect(await verifier({ verifierUrl: 'https://verifier.example.kz/cms' })).toBeInstanceOf(ChainedVerifier);
    expect(await verifier({})).not.toBeInstanceOf(ChainedVerifier);
  });

  it.each([
    ['a file that is not there', () => ({ trustedRoots: join(folder, 'nowhere.pem') }), 'ENOENT'],
    [
      'a file without certificates',
      () => ({ trustedRoots: file('empty.pem', 'roots') }),
      'empty.pem has no certificate',
    ],
    [
      'a file with a damaged certificate',
      () => ({
        trustedRoots: file('damaged.pem', pki.rootsPem + pki.rootsPem.replace(/\n[A-Za-z0-9+/=]+\n---/, '\n---')),
      }),
      'damaged.pem: certificate 2 is damaged',
    ],
    ['an address in the clear', () => ({ verifierUrl: 'http://verifier.example.kz/' }), 'https'],
  ])('does not start with %s', async (_, settings, message) => {
    await expect(verifier(settings())).rejects.toThrow(message);
  });
});
