import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { instant, plusMilliseconds } from '#lib/kernel';
import { refusalOf } from '../testing/refusal-of.js';
import {
  attribute,
  cmsOf,
  signDetached,
  signerInfo,
  type SigningOptions,
  standardAttributes,
} from '../testing/sign-detached.js';
import { hashIdentifier } from '../testing/test-algorithms.js';
import type { CertificateSpec, TestCertificate } from '../testing/test-certificates.js';
import { makeTestPki } from '../testing/test-pki.js';
import { CmsSignatureVerifier } from './cms-signature-verifier.js';
import { trustedRootsIn } from './trusted-roots.js';

const at = instant('2026-11-26T10:00:00Z');
const content = Buffer.from('{"number":"1"}');
const pki = makeTestPki(at);
const verifier = new CmsSignatureVerifier(trustedRootsIn(pki.rootsPem, 'roots'));

const refusal = (file: Buffer, when = at) => refusalOf(verifier.verify(content, file, when));
const by = (signer: TestCertificate, options: SigningOptions = {}) =>
  refusal(signDetached(content, signer, { certificates: [signer, pki.intermediate], ...options }));
const byOfficial = (options: SigningOptions) => by(pki.official, options);
const byOne = (spec: Partial<CertificateSpec>, options: SigningOptions = {}) => by(pki.issue(spec), options);

describe('the content', () => {
  it('is CONTENT_CHANGED when one character is another', async () => {
    const file = signDetached(Buffer.from('{"number":"2"}'), pki.official, {
      certificates: [pki.official, pki.intermediate],
    });
    expect(await refusal(file)).toBe('CONTENT_CHANGED');
  });
  it('is NOT_DETACHED when the file carries another text, whatever text was signed', async () => {
    expect(await byOfficial({ embedded: Buffer.from('other') })).toBe('NOT_DETACHED');
  });
  it('is NOT_CMS when the signature is over something else than plain data', async () => {
    expect(await byOfficial({ contentType: '1.2.840.113549.1.9.16.1.4' })).toBe('NOT_CMS');
  });
});

describe('the signed attributes', () => {
  const standard = standardAttributes(content);
  it.each([
    ['are not there at all', { attributes: null }],
    ['do not digest the content', { attributes: standard.slice(0, 1) }],
    ['do not name its type', { attributes: standard.slice(1) }],
    ['digest it twice', { attributes: [...standard, ...standard.slice(1)] }],
    ['name another type', { attributes: standardAttributes(content, { contentType: '1.2.840.113549.1.7.2' }) }],
    [
      'have a digest that is none',
      {
        attributes: [
          ...standard.slice(0, 1),
          attribute('1.2.840.113549.1.9.4', new ObjectIdentifier({ value: '1.2.3' })),
        ],
      },
    ],
    ['have an empty attribute', { moreAttributes: [attribute('1.2.3.4')] }],
    ['have a time that is none', { moreAttributes: [attribute('1.2.840.113549.1.9.5', new OctetString())] }],
  ] as [string, SigningOptions][])('are ATTRIBUTES_WRONG when they %s', async (_, options) => {
    expect(await byOfficial(options)).toBe('ATTRIBUTES_WRONG');
  });
  it('make it CONTENT_CHANGED when their digest is of another text', async () => {
    expect(await byOfficial({ attributes: standardAttributes(Buffer.from('x')) })).toBe('CONTENT_CHANGED');
  });
});

describe('the signers', () => {
  it('are NO_SIGNER when nobody signed', async () => {
    expect(await refusal(cmsOf([], [pki.official]))).toBe('NO_SIGNER');
  });
  it('are MORE_THAN_ONE_SIGNER when two signed in one file', async () => {
    const other = pki.issue({ subject: { CN: 'Екінші' } });
    const both = [signerInfo(content, pki.official), signerInfo(content, other)];
    expect(await refusal(cmsOf(both, [pki.official, other, pki.intermediate]))).toBe('MORE_THAN_ONE_SIGNER');
  });
});

describe('the certificate', () => {
  const otherHolder = pki.issue({ subject: { CN: 'Басқа' } });

  it('is NO_CERTIFICATE when the file has none, or only that of somebody else', async () => {
    expect(await byOfficial({ certificates: [] })).toBe('NO_CERTIFICATE');
    expect(await byOfficial({ certificates: [otherHolder, pki.intermediate] })).toBe('NO_CERTIFICATE');
    expect(await byOfficial({ certificates: [otherHolder, pki.intermediate], isNamedByKey: true })).toBe(
      'NO_CERTIFICATE',
    );
  });
  it('is SIGNATURE_WRONG when the signature is by another key', async () => {
    expect(await by({ ...pki.official, keys: otherHolder.keys })).toBe('SIGNATURE_WRONG');
  });
  it('is CERTIFICATE_SWAPPED when another one for the same key takes its place', async () => {
    const renewed = pki.issue(); // the same holder and key
    const named = (hash: Buffer) =>
      new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [octets(hash)] })] })] });
    const sha256 = createHash('sha256').update(pki.official.der).digest();
    const moreAttributes = [attribute('1.2.840.113549.1.9.16.2.47', named(sha256))];
    expect(await byOfficial({ moreAttributes })).toBe('accepted');
    expect(await by(renewed, { moreAttributes })).toBe('CERTIFICATE_SWAPPED');
    const sha1 = createHash('sha1').update(pki.official.der).digest();
    const older = [attribute('1.2.840.113549.1.9.16.2.12', named(sha1))];
    expect(await byOfficial({ moreAttributes: older })).toBe('accepted');
    expect(await by(renewed, { moreAttributes: older })).toBe('CERTIFICATE_SWAPPED');
  });
  it('is valid from its first to its last second', async () => {
    const term = { validFrom: at, validTo: plusMilliseconds(at, 1000) };
    const signer = pki.issue(term);
    const file = signDetached(content, signer, { certificates: [signer, pki.intermediate] });
    expect(await refusal(file, plusMilliseconds(at, -1))).toBe('CERTIFICATE_NOT_YET_VALID');
    expect([await refusal(file, at), await refusal(file, term.validTo)]).toEqual(['accepted', 'accepted']);
    expect(await refusal(file, plusMilliseconds(at, 1001))).toBe('CERTIFICATE_EXPIRED');
  });
  it('is KEY_USAGE_WRONG when its key is not for signing', async () => {
    expect(await byOne({ keyUsage: 0x20 })).toBe('KEY_USAGE_WRONG');
    expect(await byOne({ keyUsage: 0x04 })).toBe('KEY_USAGE_WRONG');
  });
  it('is KEY_USAGE_WRONG when it is for signing in, for a site or for time stamps alone', async () => {
    expect(await byOne({ purposes: ['1.3.6.1.5.5.7.3.2', '1.2.398.3.3.4.1.1'] })).toBe('KEY_USAGE_WRONG');
    expect(await byOne({ purposes: ['1.3.6.1.5.5.7.3.1'] })).toBe('KEY_USAGE_WRONG');
    expect(await byOne({ purposes: ['1.3.6.1.5.5.7.3.8'] })).toBe('KEY_USAGE_WRONG');
  });
  it.each([
    ['digitalSignature alone', { keyUsage: 0x80 }],
    ['nonRepudiation alone', { keyUsage: 0x40 }],
    ['no limits', { keyUsage: null }],
    [
      'the purposes of a signing key of the NCA',
      { purposes: ['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.2', '1.2.398.3.3.4.1.2.1'] },
    ],
    ['a national purpose alone', { purposes: ['1.2.398.3.3.4.1.1'] }],
  ])('may have %s', async (_, spec) => {
    expect(await byOne(spec)).toBe('accepted');
  });
});

const octets = (bytes: Buffer) => new OctetString({ valueHex: new Uint8Array(bytes).buffer });

describe('the algorithm', () => {
  it.each([
    ['MD5', 'RSA-2048', { hash: 'md5' }],
    ['SHA-1', 'RSA-2048', { hash: 'sha1' }],
    ['SHA-1 under PSS', 'RSA-2048', { hash: 'sha1', padding: 'PSS' }],
    ['SHA-1 under ECDSA', 'P-256', { hash: 'sha1' }],
    ['an RSA key of 1024 bits', 'RSA-1024', {}],
    ['a curve of 224 bits', 'P-224', {}],
  ] as const)('is WEAK_ALGORITHM: %s', async (_, key, options) => {
    expect(await byOne({ key }, options)).toBe('WEAK_ALGORITHM');
  });
  it('is ALGORITHM_NOT_SUPPORTED: Ed25519, SHA-224, and a digest that differs from that of the signature', async () => {
    expect(await byOne({ key: 'ED25519' })).toBe('ALGORITHM_NOT_SUPPORTED');
    expect(await byOfficial({ hash: 'sha224' })).toBe('ALGORITHM_NOT_SUPPORTED');
    const signer = signerInfo(content, pki.official);
    signer.digestAlgorithm = hashIdentifier('sha384');
    expect(await refusal(cmsOf([signer], [pki.official, pki.intermediate]))).toBe('ALGORITHM_NOT_SUPPORTED');
  });
  it('is SIGNATURE_WRONG when it is not that of the key', async () => {
    const signer = signerInfo(content, pki.official);
    signer.signatureAlgorithm.algorithmId = '1.2.840.113549.1.1.11';
    expect(await refusal(cmsOf([signer], [pki.official, pki.intermediate]))).toBe('SIGNATURE_WRONG');
  });
});

describe('parts that nobody signs', () => {
  it.each([
    [
      'a digest algorithm nobody used',
      (file: Buffer) => replaced(file, '0609608648016503040201', '0609608648016503040202'),
    ],
    ['another version of the signature', (file: Buffer) => replaced(file, '020101310d', '020103310d')],
  ])('are NOT_CMS with %s', async (_, change) => {
    const file = signDetached(content, pki.official, { certificates: [pki.official, pki.intermediate] });
    expect(await refusal(change(file))).toBe('NOT_CMS');
  });
});

function replaced(file: Buffer, from: string, to: string): Buffer {
  const position = file.indexOf(Buffer.from(from, 'hex'));
  expect(position).toBeGreaterThan(0);
  const changed = Buffer.from(file);
  Buffer.from(to, 'hex').copy(changed, position);
  return changed;
}
