import type { Instant } from '#lib/kernel';
import { SignatureRefused } from './domain/signature-refused.js';
import type { VerifiedSignature } from './domain/verified-signature.js';

/** Of the uploaded file, in bytes. */
export const LARGEST_SIGNATURE = 1024 * 1024;

/** The one port to whatever can tell that a detached signature holds. */
export abstract class SignatureVerifier {
  /**
   * Verifies a detached CMS signature (DER, PEM or bare Base64) over exactly these bytes. `at` is the instant of the act: the
   * certificates must be valid then. Revocation is not asked for; an external verifier may answer CERTIFICATE_REVOKED.
   * @throws SignatureRefused
   */
  abstract verify(content: Buffer, signature: Buffer, at: Instant): Promise<VerifiedSignature>;
}

/** @throws SignatureRefused */
export function assertSignatureSize(signature: Buffer): void {
  if (signature.length > LARGEST_SIGNATURE) throw new SignatureRefused('TOO_LARGE');
  if (signature.length === 0) throw new SignatureRefused('NOT_CMS', 'the file is empty');
}
