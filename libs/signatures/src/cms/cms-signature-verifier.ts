import type { Instant } from '#lib/kernel';
import { SignatureRefused } from '../domain/signature-refused.js';
import type { VerifiedSignature } from '../domain/verified-signature.js';
import { assertSignatureSize, SignatureVerifier } from '../signature-verifier.js';
import { derOf } from './armour.js';
import { assertValidAt, serialText, type SigningCertificate } from './certificate.js';
import { assertTrusted } from './certificate-chain.js';
import { assertMaySignActs } from './certificate-purpose.js';
import { type CheckedSignature, checkSignature } from './check-signature.js';
import { nameText, valueOf } from './distinguished-name.js';
import { type OneSignature, readSignedData } from './signed-data.js';
import { signingTime } from './signed-attributes.js';
import { timeStampOf } from './time-stamp.js';

const PLAIN_DATA = '1.2.840.113549.1.7.1';
/** Left out of names: in Kazakhstan it is the IIN, in a self-signed certificate the issuer's too. */
const PERSONAL = ['SERIALNUMBER'];

/**
 * Verifies in this process: RSA (PKCS#1 v1.5, PSS) of 2048 bits and more and ECDSA on P-256, P-384 and P-521, with SHA-256, 384
 * or 512. The file may carry the text itself when it is the very text given out. Without roots nobody vouches for the names:
 * `SELF_DECLARED`. Revocation is not looked up.
 */
export class CmsSignatureVerifier extends SignatureVerifier {
  constructor(private readonly roots: readonly SigningCertificate[]) {
    super();
  }

  override async verify(content: Buffer, signature: Buffer, at: Instant): Promise<VerifiedSignature> {
    assertSignatureSize(signature);
    const signed = readSignedData(derOf(signature));
    assertAbout(signed, content);
    const checked = checkSignature(signed, content);
    const { certificate } = checked;
    assertValidAt(certificate, at);
    assertMaySignActs(certificate.extensions);
    if (this.roots.length > 0) assertTrusted(certificate, { roots: this.roots, offered: signed.certificates, at });
    return this.described(checked, timeStampOf(signed.signer, this.roots));
  }

  private described({ certificate, algorithm, attributes }: CheckedSignature, time: Instant | null): VerifiedSignature {
    const { subject, issuer, validFrom, validTo, sha256 } = certificate;
    const text = nameText(subject, PERSONAL);
    return {
      signer: {
        subject: text,
        commonName: valueOf(subject, 'CN') ?? text,
        serialNumber: valueOf(subject, 'SERIALNUMBER'),
        organisation: valueOf(subject, 'O'),
      },
      issuer: nameText(issuer, PERSONAL),
      certificateSerial: serialText(certificate),
      validFrom,
      validTo,
      algorithm,
      signedAt: signingTime(attributes),
      timestampedAt: time,
      certificateSha256: sha256,
      trust: this.roots.length > 0 ? 'TRUSTED_CHAIN' : 'SELF_DECLARED',
      verifiedBy: 'local',
    };
  }
}

/** Plain data, and no other text than the one given out. */
function assertAbout({ contentType, embedded }: OneSignature, content: Buffer): void {
  if (contentType !== PLAIN_DATA) throw new SignatureRefused('NOT_CMS', `it signs content of type ${contentType}`);
  if (embedded !== null && !embedded.equals(content)) throw new SignatureRefused('NOT_DETACHED');
}
