import { Logger } from '@nestjs/common';
import { BitString, ObjectIdentifier, Sequence } from 'asn1js';
import { AlgorithmIdentifier, PublicKeyInfo } from 'pkijs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { ChainedVerifier } from './chained-verifier.js';
import { CmsSignatureVerifier } from './cms/cms-signature-verifier.js';
import { trustedRootsIn } from './cms/trusted-roots.js';
import { HttpSignatureVerifier } from './external/http-signature-verifier.js';
import { answerJson, type FakeVerifier, goodAnswer, startFakeVerifier } from './testing/fake-verifier.js';
import { refusalOf } from './testing/refusal-of.js';
import { cmsOf, signDetached, signerInfo } from './testing/sign-detached.js';
import { makeTestPki } from './testing/test-pki.js';

const at = instant('2026-11-26T10:00:00Z');
const content = Buffer.from('{"number":"1"}');
const pki = makeTestPki(at);
const local = new CmsSignatureVerifier(trustedRootsIn(pki.rootsPem, 'roots'));

/** As the NCA's keys sign: every identifier in Kazakhstan's arc of GOST, in the shape of a CMS. */
function gostSignature({ embedded }: { embedded?: Buffer } = {}): Buffer {
  const parameters = new Sequence({
    value: ['1.2.398.3.10.1.1.2.2.1', '1.2.398.3.10.1.3.3'].map((value) => new ObjectIdentifier({ value })),
  });
  const algorithm = new AlgorithmIdentifier({ algorithmId: '1.2.398.3.10.1.1.2.2', algorithmParams: parameters });
  const subjectPublicKey = new BitString({ valueHex: new Uint8Array(132).fill(5).buffer });
  const publicKey = new PublicKeyInfo({ algorithm, subjectPublicKey });
  const holder = pki.issue({ subject: { C: 'KZ', CN: 'ТЕСТОВ ТЕСТ' }, publicKey });
  const signer = signerInfo(content, holder);
  signer.digestAlgorithm = new AlgorithmIdentifier({ algorithmId: '1.2.398.3.10.1.3.3' });
  signer.signatureAlgorithm = new AlgorithmIdentifier({ algorithmId: '1.2.398.3.10.1.1.2.3.2' });
  return cmsOf([signer], [holder, pki.intermediate], embedded ? { embedded } : {});
}

describe('ChainedVerifier', () => {
  let external: FakeVerifier;
  let answer: unknown;
  let chained: ChainedVerifier;
  const asked = () => external.asked.length;
  let before = 0;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    external = await startFakeVerifier((response) => answerJson(response, answer));
    chained = new ChainedVerifier(local, new HttpSignatureVerifier(external.url));
  });
  afterAll(() => external.stop());
  beforeEach(() => {
    answer = goodAnswer;
    before = asked();
  });

  it('has a GOST signature verified elsewhere', async () => {
    const told = await chained.verify(content, gostSignature(), at);
    expect(told).toMatchObject({ verifiedBy: 'external', algorithm: 'GOST 34.10-2015, 512 bits' });
    expect(asked()).toBe(before + 1);
  });

  it('hands on what is said there', async () => {
    answer = { verified: false, reason: 'CERTIFICATE_REVOKED' };
    expect(await refusalOf(chained.verify(content, gostSignature(), at))).toBe('CERTIFICATE_REVOKED');
    answer = { gost: 'yes' };
    expect(await refusalOf(chained.verify(content, gostSignature(), at))).toBe('VERIFIER_UNAVAILABLE');
  });

  it('verifies here what it can, and asks nobody', async () => {
    const file = signDetached(content, pki.official, { certificates: [pki.official, pki.intermediate] });
    expect(await chained.verify(content, file, at)).toMatchObject({ verifiedBy: 'local' });
    expect(asked()).toBe(before);
  });

  it('asks nobody about what is refused here, GOST or not', async () => {
    const alone = pki.issue({ issuer: undefined });
    const refused = [
      [
        signDetached(Buffer.from('x'), pki.official, { certificates: [pki.official, pki.intermediate] }),
        'CONTENT_CHANGED',
      ],
      [signDetached(content, alone), 'CHAIN_NOT_TRUSTED'],
      [signDetached(content, pki.issue({ key: 'RSA-1024' })), 'WEAK_ALGORITHM'],
      [gostSignature({ embedded: Buffer.from('x') }), 'NOT_DETACHED'],
      [Buffer.from('Қол'), 'NOT_CMS'],
    ] as const;
    for (const [file, reason] of refused) expect(await refusalOf(chained.verify(content, file, at))).toBe(reason);
    expect(asked()).toBe(before);
  });
});

it('a GOST signature is ALGORITHM_NOT_SUPPORTED, by that name, where nobody else is asked', async () => {
  await expect(local.verify(content, gostSignature(), at)).rejects.toMatchObject({
    reason: 'ALGORITHM_NOT_SUPPORTED',
    details: { detail: 'GOST 1.2.398.3.10.1.3.3' },
  });
});
