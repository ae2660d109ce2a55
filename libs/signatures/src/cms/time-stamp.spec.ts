import { describe, expect, it } from '@jest/globals';
import { instant, plusMilliseconds } from '#lib/kernel';
import { attribute, signDetached } from '../testing/sign-detached.js';
import type { CertificateSpec } from '../testing/test-certificates.js';
import { makeTestPki } from '../testing/test-pki.js';
import { type StampSpec, timeStamp } from '../testing/time-stamps.js';
import { CmsSignatureVerifier } from './cms-signature-verifier.js';
import { trustedRootsIn } from './trusted-roots.js';

const at = instant('2026-11-26T10:00:00Z');
const time = instant('2026-11-26T09:59:58Z');
const content = Buffer.from('{"number":"1"}');
const pki = makeTestPki(at);
const roots = trustedRootsIn(pki.rootsPem, 'roots');
const forTime = { subject: { CN: 'Уақыт белгісі' }, purposes: ['1.3.6.1.5.5.7.3.8'], isPurposeCritical: true };
const authority = (spec: Partial<CertificateSpec> = {}) => pki.issue({ ...forTime, ...spec });

const timestampedAt = async (spec: Partial<StampSpec>, by = roots) => {
  const stamper = spec.authority ?? authority();
  const unsigned = timeStamp({ authority: stamper, certificates: [stamper, pki.intermediate], time, ...spec });
  const file = signDetached(content, pki.official, { certificates: [pki.official, pki.intermediate], unsigned });
  return (await new CmsSignatureVerifier(by).verify(content, file, at)).timestampedAt;
};

describe('a time stamp (RFC 3161)', () => {
  it('tells the time when it is about this signature and by a trusted authority for time', async () => {
    expect(await timestampedAt({})).toBe(time);
    expect(await timestampedAt({ hash: 'sha512' })).toBe(time);
  });

  it('may be by an authority whose certificate has expired since', async () => {
    const term = { validFrom: plusMilliseconds(time, -1000), validTo: plusMilliseconds(time, 1000) };
    expect(await timestampedAt({ authority: authority(term) })).toBe(time);
  });

  it.each([
    ['is about another signature', { stamped: Buffer.from('x') }],
    ['is something else that reads like one', { contentType: '1.2.840.113549.1.7.1' }],
    ['has a weak imprint', { hash: 'sha1' as const }],
    ['is by somebody who may only sign acts', { authority: pki.official }],
    [
      'is by a certificate that may do more',
      { authority: authority({ purposes: ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.4'] }) },
    ],
    ['is by a certificate whose purpose is not critical', { authority: authority({ isPurposeCritical: false }) }],
    ['is by an authority nobody vouches for', { authority: authority({ issuer: undefined }) }],
    [
      'is by an authority that was not valid at its time',
      { authority: authority({ validFrom: plusMilliseconds(time, 1000) }) },
    ],
    ['comes without the certificate', { certificates: [pki.intermediate] }],
  ] as [string, Partial<StampSpec>][])('is as none when it %s; the signature holds without it', async (_, spec) => {
    expect(await timestampedAt(spec)).toBeNull();
  });

  it('is as none when no roots are configured', async () => {
    expect(await timestampedAt({}, [])).toBeNull();
  });

  it.each([
    [
      'is no token',
      () => [
        attribute(
          '1.2.840.113549.1.9.16.2.14',
          ...pki.official.certificate.subject.typesAndValues.slice(0, 1).map(({ value }) => value),
        ),
      ],
    ],
    ['is empty', () => [attribute('1.2.840.113549.1.9.16.2.14')]],
    [
      'is there twice',
      (signature: Buffer) =>
        [true, false].flatMap(() => timeStamp({ authority: authority(), certificates: [], time })(signature)),
    ],
  ])('is as none when it %s', async (_, unsigned) => {
    const file = signDetached(content, pki.official, { certificates: [pki.official, pki.intermediate], unsigned });
    expect(await new CmsSignatureVerifier(roots).verify(content, file, at)).toMatchObject({ timestampedAt: null });
  });
});
