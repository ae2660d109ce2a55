import type { Instant } from '#lib/kernel';
import { SignatureRefused } from './domain/signature-refused.js';
import type { VerifiedSignature } from './domain/verified-signature.js';
import { SignatureVerifier } from './signature-verifier.js';

/** First here; elsewhere only what cannot be verified here, such as GOST keys. A refusal here is never asked about again. */
export class ChainedVerifier extends SignatureVerifier {
  constructor(
    private readonly local: SignatureVerifier,
    private readonly external: SignatureVerifier,
  ) {
    super();
  }

  override async verify(content: Buffer, signature: Buffer, at: Instant): Promise<VerifiedSignature> {
    try {
      return await this.local.verify(content, signature, at);
    } catch (error) {
      const isForeign = error instanceof SignatureRefused && error.reason === 'ALGORITHM_NOT_SUPPORTED';
      if (!isForeign) throw error;
      return this.external.verify(content, signature, at);
    }
  }
}
