import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { BitString, Constructed, Null } from 'asn1js';
import { AlgorithmIdentifier, Certificate, ContentInfo, PublicKeyInfo } from 'pkijs';
import { describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { refusalOf } from '../testing/refusal-of.js';
import { cmsOf, signDetached, signerInfo } from '../testing/sign-detached.js';
import { signatureIdentifier } from '../testing/test-algorithms.js';
import { extension, fromCertificate, type TestCertificate } from '../testing/test-certificates.js';
import { testKey } from '../testing/test-keys.js';
import { makeTestPki } from '../testing/test-pki.js';
import { CmsSignatureVerifier } from './cms-signature-verifier.js';
import { trustedRootsIn } from './trusted-roots.js';

const at = instant('2026-11-26T10:00:00Z');
const content = Buffer.from('{"number":"1"}');
const pki = makeTestPki(at);
const verifier = new CmsSignatureVerifier(trustedRootsIn(pki.rootsPem, 'roots'));
const refusal = (file: Buffer) => refusalOf(verifier.verify(content, file, at));
const by = (signer: TestCertificate) =>
  refusal(signDetached(content, signer, { certificates: [signer, pki.intermediate] }));

/** The official's certificate with something changed outside the part that the authority signed. */
function altered(change: (certificate: Certificate) => void): TestCertificate {
  const certificate = Certificate.fromBER(pki.official.der);
  change(certificate);
  return fromCertificate(certificate, pki.official.keys);
}

describe('a certificate made to be read in two ways', () => {
  it('is as good as it was when nothing is changed', async () => {
    expect(await by(altered(() => undefined))).toBe('accepted');
  });
  it('is NOT_CMS when it names its signature algorithm inside and outside differently', async () => {
    const changed = altered((certificate) => {
      const { algorithmId } = certificate.signatureAlgorithm;
      certificate.signatureAlgorithm = new AlgorithmIdentifier({ algorithmId, algorithmParams: new Null() });
    });
    expect(await by(changed)).toBe('NOT_CMS');
  });
  it('is NOT_CMS when bits of its signature are said not to count', async () => {
    const changed = altered((certificate) => {
      const valueHex = new Uint8Array(certificate.signatureValue.valueBlock.valueHexView).buffer;
      certificate.signatureValue = new BitString({ valueHex, unusedBits: 1 });
    });
    expect(await by(changed)).toBe('NOT_CMS');
  });
  it('is NOT_CMS when it has an extension twice, first not for signing and then for it', async () => {
    const forSigning = extension('2.5.29.15', true, new BitString({ valueHex: new Uint8Array([0xc0]).buffer }));
    expect(await by(pki.issue({ keyUsage: 0x20, extensions: [forSigning] }))).toBe('NOT_CMS');
  });
  it('is NOT_CMS when a limit in it cannot be read: it must not pass for no limit', async () => {
    const broken = { toBER: () => new Uint8Array([0x05, 0x00]).buffer };
    for (const oid of ['2.5.29.15', '2.5.29.19', '2.5.29.37']) {
      expect(await by(pki.issue({ keyUsage: null, extensions: [extension(oid, false, broken)] }))).toBe('NOT_CMS');
    }
  });
  it('is NOT_CMS when the file has two lists of certificates', async () => {
    const file = signDetached(content, pki.official, { certificates: [pki.official, pki.intermediate] });
    const info = ContentInfo.fromBER(file);
    const parts = (info.content as Constructed).valueBlock.value;
    parts.splice(3, 0, ...parts.slice(3, 4));
    expect(await refusal(Buffer.from(info.toSchema().toBER()))).toBe('NOT_CMS');
  });
});

describe('a key made to be easy', () => {
  it('is ALGORITHM_NOT_SUPPORTED when it writes its curve out (CVE-2020-0601)', async () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' });
    const written = PublicKeyInfo.fromBER(publicKey.export({ type: 'spki', format: 'der' }));
    expect(await by(pki.issue({ publicKey: written }))).toBe('ALGORITHM_NOT_SUPPORTED');
  });
  it('is WEAK_ALGORITHM when its exponent is 1: every signature is then its own message', async () => {
    const jwk = { ...testKey('RSA-2048', 'e1').publicKey.export({ format: 'jwk' }), e: 'AQ' };
    const der = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' });
    expect(await by(pki.issue({ publicKey: PublicKeyInfo.fromBER(der) }))).toBe('WEAK_ALGORITHM');
  });
  it('is ALGORITHM_NOT_SUPPORTED when RSA-PSS masks with another hash than it signs with', async () => {
    const holder = pki.issue({ key: 'RSA-2048' });
    const signer = signerInfo(content, holder, { padding: 'PSS' });
    const other = signatureIdentifier(holder.keys.privateKey, 'sha512', 'PSS').algorithmParams as Constructed;
    const own = signer.signatureAlgorithm.algorithmParams as Constructed;
    own.valueBlock.value.splice(1, 1, ...other.valueBlock.value.slice(1, 2));
    expect(await refusal(cmsOf([signer], [holder, pki.intermediate]))).toBe('ALGORITHM_NOT_SUPPORTED');
  });
});
