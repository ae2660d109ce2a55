import { describe, expect, it } from '@jest/globals';
import { instant, plusMilliseconds } from '#lib/kernel';
import { refusalOf } from '../testing/refusal-of.js';
import { signDetached, type SigningOptions } from '../testing/sign-detached.js';
import type { KeyKind } from '../testing/test-keys.js';
import { makeTestPki, type TestPki } from '../testing/test-pki.js';
import { CmsSignatureVerifier } from './cms-signature-verifier.js';
import { trustedRootsIn } from './trusted-roots.js';

const at = instant('2026-11-26T10:00:00Z');
const content = Buffer.from('{"number":"1","sha256":"ab","statement":"Қол қоямын"}');
const pki = makeTestPki(at);

const verifierFor = ({ rootsPem }: TestPki) => new CmsSignatureVerifier(trustedRootsIn(rootsPem, 'roots'));
const signed = (options: SigningOptions = {}, { official, intermediate }: TestPki = pki) =>
  signDetached(content, official, { certificates: [official, intermediate], ...options });
const verified = (file: Buffer, by: TestPki = pki) => verifierFor(by).verify(content, file, at);

describe('each algorithm', () => {
  it.each<[KeyKind, SigningOptions, string]>([
    ['RSA-2048', { hash: 'sha256' }, 'RSA-PKCS1-SHA256'],
    ['RSA-2048', { hash: 'sha384' }, 'RSA-PKCS1-SHA384'],
    ['RSA-2048', { hash: 'sha512' }, 'RSA-PKCS1-SHA512'],
    ['RSA-2048', { hash: 'sha256', padding: 'PSS' }, 'RSA-PSS-SHA256'],
    ['RSA-2048', { hash: 'sha384', padding: 'PSS' }, 'RSA-PSS-SHA384'],
    ['RSA-2048', { hash: 'sha512', padding: 'PSS' }, 'RSA-PSS-SHA512'],
    ['P-256', { hash: 'sha256' }, 'ECDSA-P-256-SHA256'],
    ['P-384', { hash: 'sha384' }, 'ECDSA-P-384-SHA384'],
    ['P-521', { hash: 'sha512' }, 'ECDSA-P-521-SHA512'],
    ['P-256', { hash: 'sha512' }, 'ECDSA-P-256-SHA512'],
  ])('%s %j is verified, chain and all', async (key, options, algorithm) => {
    const own = makeTestPki(at, key);
    expect(await verified(signed(options, own), own)).toMatchObject({ algorithm, trust: 'TRUSTED_CHAIN' });
  });

  it('takes certificates signed with RSA-PSS', async () => {
    const own = makeTestPki(at, 'RSA-2048');
    const official = own.issue({ padding: 'PSS', hash: 'sha384' });
    const file = signDetached(content, official, { certificates: [official, own.intermediate] });
    expect(await verified(file, own)).toMatchObject({ algorithm: 'RSA-PKCS1-SHA256' });
  });
});

describe('what is told', () => {
  it('tells who signed, with the serialNumber apart from the names, and by which certificate', async () => {
    const signedAt = instant('2026-11-25T04:00:00Z');
    expect(await verified(signed({ signedAt }))).toEqual({
      signer: {
        subject: 'CN=ӘБДІҒАЛИҚЫЗЫ ҚҰРАЛАЙ,O=Қазақстан Республикасының Әділет министрлігі,C=KZ',
        commonName: 'ӘБДІҒАЛИҚЫЗЫ ҚҰРАЛАЙ',
        serialNumber: 'IIN900101300123',
        organisation: 'Қазақстан Республикасының Әділет министрлігі',
      },
      issuer: 'CN=Сынақ куәландырушы орталық,C=KZ',
      certificateSerial: Buffer.from(pki.official.certificate.serialNumber.valueBlock.valueHexView).toString('hex'),
      validFrom: '2024-11-26T10:00:00.000000Z',
      validTo: '2028-11-25T10:00:00.000000Z',
      algorithm: 'ECDSA-P-256-SHA256',
      signedAt,
      timestampedAt: null,
      certificateSha256: pki.official.sha256,
      trust: 'TRUSTED_CHAIN',
      verifiedBy: 'local',
    });
  });

  it('says null of what the signature does not say', async () => {
    const anonymous = pki.issue({ subject: { O: 'Министрлік' } });
    const file = signDetached(content, anonymous, { certificates: [anonymous, pki.intermediate] });
    expect(await verified(file)).toMatchObject({
      signer: { subject: 'O=Министрлік', commonName: 'O=Министрлік', serialNumber: null },
      signedAt: null,
    });
  });

  it('never shows the IIN of a self-signed certificate in the issuer either', async () => {
    const alone = pki.issue({ issuer: undefined });
    const told = await new CmsSignatureVerifier([]).verify(content, signDetached(content, alone), at);
    expect([told.issuer, told.signer.subject].join()).not.toContain('900101300123');
  });
});

describe('each form of file', () => {
  const der = signed();
  const base64 = der.toString('base64').replace(/.{64}/g, '$&\r\n');
  it.each([
    ['DER', der],
    ['PEM of CMS', Buffer.from(`-----BEGIN CMS-----\n${base64}\n-----END CMS-----\n`)],
    [
      'PEM of PKCS7 after a byte order mark',
      Buffer.from(`\uFEFF-----BEGIN PKCS7-----\n${base64}\n-----END PKCS7-----`),
    ],
    ['Base64 alone, as NCALayer hands it out', Buffer.from(base64)],
    ['the signer named by the key', signed({ isNamedByKey: true })],
    ['the root in it too', signed({ certificates: [pki.root, pki.intermediate, pki.official] })],
    ['the text itself in it', signed({ embedded: content })],
  ])('takes %s', async (_, file) => {
    expect(await refusalOf(verified(file))).toBe('accepted');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['some text', Buffer.from('Қол қоямын')],
    ['PEM of something else', Buffer.from(pki.rootsPem)],
    ['PEM that ends as something else', Buffer.from(`-----BEGIN CMS-----\n${base64}\n-----END PKCS7-----\n`)],
    ['two signatures one after the other', Buffer.concat([der, der])],
    ['a certificate', pki.official.der],
  ])('refuses %s', async (_, file) => {
    expect(await refusalOf(verified(file))).toBe('NOT_CMS');
  });

  it('refuses a file of more than a megabyte before it looks inside', async () => {
    expect(await refusalOf(verified(Buffer.alloc(1024 * 1024 + 1, 0x30)))).toBe('TOO_LARGE');
  });
});

describe('trust', () => {
  it('needs no intermediate in the file when it is itself a configured root', async () => {
    const verifier = new CmsSignatureVerifier(trustedRootsIn(pki.intermediate.pem, 'roots'));
    expect(await refusalOf(verifier.verify(content, signDetached(content, pki.official), at))).toBe('accepted');
  });

  it('is SELF_DECLARED when no roots are configured; everything else still holds', async () => {
    const verifier = new CmsSignatureVerifier([]);
    expect(await verifier.verify(content, signed(), at)).toMatchObject({ trust: 'SELF_DECLARED' });
    expect(await refusalOf(verifier.verify(Buffer.from('other'), signed(), at))).toBe('CONTENT_CHANGED');
    const late = plusMilliseconds(at, 3 * 365 * 24 * 3600 * 1000);
    expect(await refusalOf(verifier.verify(content, signed(), late))).toBe('CERTIFICATE_EXPIRED');
  });

  it('asks for the instant of the act, not for the clock', async () => {
    const old = makeTestPki(instant('2001-05-01T00:00:00Z'));
    const file = signed({}, old);
    expect(await refusalOf(verifierFor(old).verify(content, file, instant('2001-05-02T00:00:00Z')))).toBe('accepted');
    expect(await refusalOf(verifierFor(old).verify(content, file, at))).toBe('CERTIFICATE_EXPIRED');
  });
});
