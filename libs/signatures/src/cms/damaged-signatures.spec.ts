import { describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { dice, mutateBytes, mutateStructure } from '../testing/mutations.js';
import { refusalOf } from '../testing/refusal-of.js';
import { signDetached } from '../testing/sign-detached.js';
import { makeTestPki } from '../testing/test-pki.js';
import { CmsSignatureVerifier } from './cms-signature-verifier.js';
import { trustedRootsIn } from './trusted-roots.js';

const at = instant('2026-11-26T10:00:00Z');
const content = Buffer.from('{"number":"1"}');
const pki = makeTestPki(at);
const verifier = new CmsSignatureVerifier(trustedRootsIn(pki.rootsPem, 'roots'));
const good = signDetached(content, pki.official, { signedAt: at, certificates: [pki.official, pki.intermediate] });
const refusal = (file: Buffer) => refusalOf(verifier.verify(content, file, at));

describe('a damaged signature', () => {
  it.each([126, 2014, 2016, 2020])('is never accepted: 250 changes of bytes (%i)', async (seed) => {
    const roll = dice(seed);
    const met = new Set<string>();
    for (let changes = 0; changes < 250;) {
      const changed = mutateBytes(good, roll);
      if (changed.equals(good)) continue;
      changes += 1;
      met.add(await refusal(changed));
    }
    expect(met).not.toContain('accepted');
    expect([...met]).toEqual(expect.arrayContaining(['NOT_CMS', 'SIGNATURE_WRONG', 'CHAIN_NOT_TRUSTED']));
  });

  it.each([8, 9])('is refused, or tells the same certificate: 200 changes of structure (%i)', async (seed) => {
    const roll = dice(seed);
    for (let changes = 0; changes < 200; changes += 1) {
      const verification = verifier.verify(content, mutateStructure(good, roll), at);
      if ((await refusalOf(verification)) !== 'accepted') continue;
      expect(await verification).toMatchObject({ certificateSha256: pki.official.sha256, signedAt: at });
    }
  });

  it('is NOT_CMS wherever its end is missing', async () => {
    for (let length = 1; length < good.length; length += 37) {
      expect(await refusal(good.subarray(0, length))).toBe('NOT_CMS');
    }
  });
});
