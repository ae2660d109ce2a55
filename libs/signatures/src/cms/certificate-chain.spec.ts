import { Null } from 'asn1js';
import { describe, expect, it } from '@jest/globals';
import { instant, plusMilliseconds } from '#lib/kernel';
import { refusalOf } from '../testing/refusal-of.js';
import { signDetached } from '../testing/sign-detached.js';
import {
  type CertificateSpec,
  extension,
  issueCertificate,
  type TestCertificate,
} from '../testing/test-certificates.js';
import { makeTestPki, officialName } from '../testing/test-pki.js';
import { CmsSignatureVerifier } from './cms-signature-verifier.js';
import { trustedRootsIn } from './trusted-roots.js';

const at = instant('2026-11-26T10:00:00Z');
const content = Buffer.from('{"number":"1"}');
const pki = makeTestPki(at);
const { root, intermediate, official, rootsPem } = pki;
const YEAR = 365 * 24 * 3600 * 1000;
const term = { validFrom: plusMilliseconds(at, -YEAR), validTo: plusMilliseconds(at, YEAR), key: 'P-256' } as const;

const verifier = (pem = rootsPem) => new CmsSignatureVerifier(trustedRootsIn(pem, 'roots'));
const refusal = (signer: TestCertificate, others: readonly TestCertificate[], pem?: string) =>
  refusalOf(verifier(pem).verify(content, signDetached(content, signer, { certificates: [...others, signer] }), at));

const authority = (spec: Partial<CertificateSpec> = {}) =>
  issueCertificate({ ...term, subject: { CN: 'Орталық' }, issuer: root, isCa: true, ...spec });
const under = (issuer: TestCertificate, spec: Partial<CertificateSpec> = {}) =>
  issueCertificate({ ...term, subject: officialName, issuer, ...spec });

describe('a path to a root', () => {
  it('is found whatever the order in the file, and through several authorities', async () => {
    const upper = authority({ subject: { CN: 'Жоғарғы' } });
    const lower = authority({ subject: { CN: 'Төменгі' }, issuer: upper });
    const signer = under(lower);
    expect(await refusal(signer, [lower, upper])).toBe('accepted');
    expect(await refusal(signer, [upper, intermediate, lower, root])).toBe('accepted');
    expect(await refusal(signer, [upper])).toBe('CHAIN_NOT_TRUSTED');
  });

  it('is not taken from another root of the same name, nor from the root in the file', async () => {
    const impostor = issueCertificate({
      ...term,
      subject: { C: 'KZ', CN: 'Сынақ түбір куәландырушы орталығы' },
      isCa: true,
      key: 'P-384',
    });
    const signer = under(impostor);
    expect(await refusal(signer, [impostor])).toBe('CHAIN_NOT_TRUSTED');
    expect(await refusal(signer, [root])).toBe('CHAIN_NOT_TRUSTED');
    expect(await refusal(signer, [], impostor.pem)).toBe('accepted');
    expect(await refusal(signer, [], rootsPem + impostor.pem)).toBe('accepted');
  });

  it('does not run through an ordinary certificate', async () => {
    expect(await refusal(under(official, { subject: { CN: 'Жалған' } }), [official, intermediate])).toBe(
      'CHAIN_NOT_TRUSTED',
    );
    expect(await refusal(under(official, { subject: { CN: 'Жалған' } }), [], official.pem)).toBe('CHAIN_NOT_TRUSTED');
  });

  it('is not made by the signer vouching for itself', async () => {
    expect(await refusal(under(intermediate, { issuer: undefined }), [intermediate])).toBe('CHAIN_NOT_TRUSTED');
  });

  it.each([
    ['may not sign certificates', { keyUsage: 0x80 }],
    ['has expired', { validFrom: plusMilliseconds(at, -2 * YEAR), validTo: plusMilliseconds(at, -1) }],
    ['is not valid yet', { validFrom: plusMilliseconds(at, 1) }],
    ['has a critical extension nobody knows', { extensions: [extension('1.2.3.4', true, new Null())] }],
    ['limits names, which nobody here checks', { extensions: [extension('2.5.29.30', true, new Null())] }],
  ])('does not run through an authority that %s', async (_, spec) => {
    const middle = authority(spec);
    expect(await refusal(under(middle), [middle])).toBe('CHAIN_NOT_TRUSTED');
  });

  it('may run through one with a strange extension that is not critical', async () => {
    const odd = authority({ extensions: [extension('1.2.3.4', false, new Null())] });
    expect(await refusal(under(odd), [odd])).toBe('accepted');
  });

  it('keeps to the path length of each authority', async () => {
    const below = authority({ subject: { CN: 'Төменгі' }, issuer: intermediate }); // the intermediate may have none below it
    expect(await refusal(under(below), [below, intermediate])).toBe('CHAIN_NOT_TRUSTED');
    const wide = authority({ pathLength: 1 });
    const allowed = authority({ subject: { CN: 'Төменгі' }, issuer: wide });
    expect(await refusal(under(allowed), [allowed, wide])).toBe('accepted');
  });

  it('is refused when the certificate of the signer has a critical extension nobody knows', async () => {
    const strange = pki.issue({ extensions: [extension('1.2.3.4', true, new Null())] });
    expect(await refusal(strange, [intermediate])).toBe('CHAIN_NOT_TRUSTED');
  });

  it('is WEAK_ALGORITHM when a certificate is signed with SHA-1 or by a weak key', async () => {
    expect(await refusal(pki.issue({ hash: 'sha1' }), [intermediate])).toBe('WEAK_ALGORITHM');
    const weak = authority({ key: 'RSA-1024' });
    expect(await refusal(under(weak), [weak])).toBe('WEAK_ALGORITHM');
  });

  it('does not mind how a root signed itself', async () => {
    const old = issueCertificate({ ...term, subject: { CN: 'Ескі түбір' }, isCa: true, key: 'RSA-2048', hash: 'sha1' });
    expect(await refusal(under(old), [], old.pem)).toBe('accepted');
  });
});

describe('certificates made to keep the search busy', () => {
  it('end it: two authorities that vouch for each other', async () => {
    const [a, b] = [{ CN: 'А' }, { CN: 'Б' }];
    const selfA = issueCertificate({ ...term, subject: a, isCa: true });
    const selfB = issueCertificate({ ...term, subject: b, isCa: true });
    const aByB = issueCertificate({ ...term, subject: a, issuer: selfB, isCa: true });
    const bByA = issueCertificate({ ...term, subject: b, issuer: selfA, isCa: true });
    expect(await refusal(under(selfA), [aByB, bByA, selfA, selfB])).toBe('CHAIN_NOT_TRUSTED');
  });

  it('end it: many authorities of one name and key', async () => {
    const first = issueCertificate({ ...term, subject: { CN: 'Көп' }, isCa: true });
    const more = Array.from({ length: 17 }, () =>
      issueCertificate({ ...term, subject: { CN: 'Көп' }, issuer: first, isCa: true }),
    );
    const started = performance.now();
    expect(await refusal(under(first), more)).toBe('CHAIN_NOT_TRUSTED');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
