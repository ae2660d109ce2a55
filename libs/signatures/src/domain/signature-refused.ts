import { DomainError } from '#lib/kernel';

/** Why a signature is not taken. A page says each in its reader's language (`signature.refused.*`). */
export const signatureFaults = {
  TOO_LARGE: 'the file is larger than 1 MB, a signature is not',
  NOT_CMS: 'the file is no CMS (PKCS#7) signature, or it is damaged',
  NOT_DETACHED: 'the signature carries a text of its own that is not the one given out',
  NO_SIGNER: 'nobody has signed',
  MORE_THAN_ONE_SIGNER: 'more than one person has signed in one file',
  NO_CERTIFICATE: 'the certificate of the signer is not in the file',
  ATTRIBUTES_WRONG: 'the signed attributes do not say what was signed',
  CONTENT_CHANGED: 'another text was signed than the one given out',
  SIGNATURE_WRONG: 'the signature does not belong to the key of the certificate',
  CERTIFICATE_SWAPPED: 'the signature names another certificate than the one in the file',
  CERTIFICATE_NOT_YET_VALID: 'the certificate was not valid yet',
  CERTIFICATE_EXPIRED: 'the certificate was no longer valid',
  CERTIFICATE_REVOKED: 'the certificate was revoked',
  KEY_USAGE_WRONG: 'the certificate is not for signing',
  CHAIN_NOT_TRUSTED: 'no trusted authority vouches for the certificate',
  WEAK_ALGORITHM: 'the algorithm or the key is too weak to prove anything',
  ALGORITHM_NOT_SUPPORTED: 'the algorithm cannot be checked here',
  VERIFIER_UNAVAILABLE: 'the external verifier gives no usable answer',
} as const;
export type SignatureFault = keyof typeof signatureFaults;

export const isSignatureFault = (value: unknown): value is SignatureFault =>
  typeof value === 'string' && Object.hasOwn(signatureFaults, value);

/**
 * `reason` (also `details.reason`) is the fault, `details.detail` what it is about, for whoever looks closer: an OID, a name of an
 * authority. The code is `signature-verifier-unavailable` when nothing is known of the signature, otherwise `signature-refused`.
 */
export class SignatureRefused extends DomainError {
  constructor(
    readonly reason: SignatureFault,
    detail?: string,
  ) {
    super(
      reason === 'VERIFIER_UNAVAILABLE' ? 'signature-verifier-unavailable' : 'signature-refused',
      signatureFaults[reason],
      { reason, ...(detail === undefined ? {} : { detail }) },
    );
  }
}
