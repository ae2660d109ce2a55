import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { instant, instantOf } from '#lib/kernel';
import {
  answerJson,
  type FakeVerifier,
  goodAnswer,
  makeTestPki,
  startFakeVerifier,
} from '../../../libs/signatures/src/testing/index.js';
import { type CommandBench, startCommandBench } from './run-talqy.js';

describe('talqy doctor about signatures', () => {
  let bench: CommandBench;
  let external: FakeVerifier | undefined;
  const roots = (pem: string) => {
    const path = join(bench.home, 'roots.pem');
    writeFileSync(path, pem);
    return { SIGNATURE_TRUSTED_ROOTS: path };
  };
  const answering = async (body: unknown) => {
    external = await startFakeVerifier((response) => answerJson(response, body));
    return { SIGNATURE_VERIFIER_URL: external.url };
  };
  const told = async (env: Record<string, string>) => {
    const { code, out } = await bench.runWith(env, 'doctor');
    return [
      code,
      out
        .split('\n')
        .find((line) => line.includes(' signatures: '))
        ?.trim(),
    ];
  };

  beforeAll(async () => {
    Logger.overrideLogger(false);
    bench = await startCommandBench();
    await bench.run('migrate');
  });
  afterEach(async () => {
    await external?.stop();
    external = undefined;
  });
  afterAll(() => bench.stop());

  it('says that nobody vouches and GOST is refused when nothing is set', async () => {
    const none =
      'ok    signatures: no trusted roots, the names of signers are only claimed; no external verifier, GOST keys are refused';
    expect(await told({})).toEqual([0, none]);
  });

  it('counts the roots, and believes a verifier that refuses what nobody signed', async () => {
    const pki = makeTestPki(instantOf(Date.now()));
    const env = {
      ...roots(pki.rootsPem + pki.intermediate.pem),
      ...(await answering({ verified: false, reason: 'NOT_CMS' })),
    };
    const until = new Date(pki.root.certificate.notAfter.value).toISOString().slice(0, 10);
    expect(await told(env)).toEqual([
      0,
      `ok    signatures: 2 trusted roots, valid until ${until}; the external verifier answers`,
    ]);
  });

  it('finds fault with an expired root', async () => {
    const env = roots(makeTestPki(instant('2001-01-01T00:00:00Z')).rootsPem);
    expect(await told(env)).toEqual([
      1,
      expect.stringMatching(/^FAULT signatures: a trusted root in .* has expired on 2003-01-01/),
    ]);
  });

  it('finds fault with a verifier that accepts anything, answers in another shape, or is away', async () => {
    const fault = (text: string) => [1, `FAULT signatures: the external verifier ${text}`];
    const always = { ...goodAnswer, validFrom: '2000-01-01T00:00:00Z', validTo: '2100-01-01T00:00:00Z' };
    expect(await told(await answering(always))).toEqual(fault('accepts what nobody signed: do not use it'));
    await external?.stop();
    expect(await told(await answering({ ok: true }))).toEqual(
      fault('is of no use: answered in another shape: verified'),
    );
    await external?.stop();
    expect(await told({ SIGNATURE_VERIFIER_URL: external?.url ?? '' })).toEqual(fault('is of no use: ECONNREFUSED'));
  });
});
