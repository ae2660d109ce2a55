import type { Instant } from '#lib/kernel';

/** Who signed, as the certificate says it. */
export interface Signer {
  /** RFC 4514, without the serialNumber attribute: it is in `serialNumber` alone, so that it need not be kept or shown. */
  readonly subject: string;
  readonly commonName: string;
  /** The subject's serialNumber attribute; in Kazakhstan the IIN of the person. */
  readonly serialNumber: string | null;
  readonly organisation: string | null;
}

/** A signature that holds: over the given content, by the key of this certificate, valid at the instant of the act. */
export interface VerifiedSignature {
  readonly signer: Signer;
  /** RFC 4514. */
  readonly issuer: string;
  /** Lower-case hex. */
  readonly certificateSerial: string;
  readonly validFrom: Instant;
  readonly validTo: Instant;
  /** Such as `RSA-PSS-SHA256`, `ECDSA-P-384-SHA384`. */
  readonly algorithm: string;
  /** What the signer's own clock said; nobody vouches for it. */
  readonly signedAt: Instant | null;
  /** What a trusted time stamp (RFC 3161) says; null when there is none or it does not hold. */
  readonly timestampedAt: Instant | null;
  /** Lower-case hex of the DER bytes. */
  readonly certificateSha256: string;
  readonly trust: Trust;
  readonly verifiedBy: 'local' | 'external';
}

/** `SELF_DECLARED`: no trusted roots are configured, so the names are only what the certificate claims. */
export const trusts = ['TRUSTED_CHAIN', 'SELF_DECLARED'] as const;
export type Trust = (typeof trusts)[number];
