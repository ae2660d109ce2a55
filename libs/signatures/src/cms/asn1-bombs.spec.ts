import { describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { signDetached } from '../testing/sign-detached.js';
import { extension } from '../testing/test-certificates.js';
import { refusalOf } from '../testing/refusal-of.js';
import { makeTestPki } from '../testing/test-pki.js';
import { CmsSignatureVerifier } from './cms-signature-verifier.js';

const at = instant('2026-11-26T10:00:00Z');
const MEGABYTE = 1_000_000;
const pki = makeTestPki(at);
const verifier = new CmsSignatureVerifier([]);

/** Bound against hanging; each takes some milliseconds. */
const SECONDS = 5;

function element(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([Buffer.from([tag, 0x84]), length, content]);
}

const nested = (depth: number): Buffer => {
  let inner = element(0x05);
  for (let level = 0; level < depth; level += 1) inner = element(0x30, inner);
  return inner;
};
const hugeIdentifier = element(0x06, Buffer.alloc(MEGABYTE, 0x7f));
/** Large enough to be refused, small enough for the test's own encoder, which takes minutes for the huge one. */
const largeIdentifier = element(0x06, Buffer.alloc(2000, 0x7f));

/** A signature whose certificate hides these bytes in an extension. */
const hidden = (oid: string, bytes: Buffer) => {
  const holder = pki.issue({
    keyUsage: null,
    extensions: [extension(oid, false, { toBER: () => new Uint8Array(bytes).buffer })],
  });
  return signDetached(Buffer.from('x'), holder);
};

describe('a bomb', () => {
  it.each([
    ['half a million open elements', Buffer.from('3080'.repeat(500_000), 'hex')],
    ['elements nested two hundred deep', nested(200)],
    ['a hundred thousand elements in a row', element(0x30, Buffer.from('0500'.repeat(100_000), 'hex'))],
    ['an object identifier of a megabyte', element(0x30, hugeIdentifier)],
    ['a time of a megabyte', element(0x30, element(0x18, Buffer.alloc(MEGABYTE, 0x31)))],
    ['a number of a megabyte', element(0x30, element(0x02, Buffer.alloc(MEGABYTE, 0x31)))],
    ['a length that is not there', Buffer.from('3084ffffffff', 'hex')],
    ['a text of a megabyte that may be Base64', Buffer.alloc(MEGABYTE, 0x41)],
    ['a megabyte of blanks', Buffer.alloc(MEGABYTE, 0x20)],
    ['a PEM that never ends', Buffer.from(`-----BEGIN CMS-----${'\n'.repeat(MEGABYTE)}-`)],
    ['a large identifier among the purposes of a certificate', hidden('2.5.29.37', element(0x30, largeIdentifier))],
    ['a large identifier as a limit of a certificate', hidden('2.5.29.19', largeIdentifier)],
    [
      'too many certificates',
      signDetached(Buffer.from('x'), pki.official, { certificates: Array(25).fill(pki.official) }),
    ],
  ])('is refused at once: %s', async (_, file) => {
    const started = performance.now();
    expect(await refusalOf(verifier.verify(Buffer.from('x'), file, at))).toBe('NOT_CMS');
    expect(performance.now() - started).toBeLessThan(SECONDS * 1000);
  });

  it.each([
    ['an extension nobody knows', hidden('1.2.3.4', largeIdentifier)],
    ['octets of an extension nobody knows', hidden('1.2.3.4', element(0x04, largeIdentifier))],
  ])('stays shut in %s', async (_, file) => {
    const started = performance.now();
    expect(await refusalOf(verifier.verify(Buffer.from('x'), file, at))).toBe('accepted');
    expect(performance.now() - started).toBeLessThan(SECONDS * 1000);
  });
});
