import { CLOCK, type Clock, type Instant, plusMilliseconds } from '#lib/kernel';
import { SignatureRefused, SignatureVerifier, type VerifiedSignature } from '#lib/signatures';
import { Inject, Injectable } from '@nestjs/common';
import type { Arrival } from '../domain/acknowledgement.js';
import { IntakeTooBusy } from '../domain/refusals.js';
import type { SignedRemark } from '../domain/sender-confirmation.js';
import { signedDocument } from '../domain/signed-document.js';
import type { SubmitRemarkInput, TakenRemark } from './taken-remark.js';

/** So many are verified at once; an external verifier may take its time, and nobody else is to wait for that. */
const AT_ONCE = 64;

/** Signatures of remarks: verified before a remark waits to be written, never while others wait with it. */
@Injectable()
export class RemarkSignatures {
  private underWay = 0;

  constructor(
    private readonly verifier: SignatureVerifier,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The remark with what its signature proves, for the instant at which it arrived; without a signature as it is. A signature takes the
   * place of any other confirmation.
   * @param hashes SHA-256 of each of its attachments, hex
   * @throws SignatureRefused without any detail, which could name somebody; IntakeTooBusy
   */
  async verified(input: SubmitRemarkInput, hashes: readonly string[], arrival: Arrival): Promise<TakenRemark> {
    const { signature } = input;
    if (signature === undefined) return input;
    if (this.underWay >= AT_ONCE) throw new IntakeTooBusy('too many signatures are being verified');
    this.underWay += 1;
    try {
      const document = signedDocument(input, hashes);
      const at = arrival.arrivedAt ?? plusMilliseconds(this.clock.now(), -Math.round(arrival.elapsedMs));
      const confirmedBy = signedRemark(await this.verify(document, signature, at), at);
      const signed = { document, cms: signature.toString('base64') };
      return { ...input, sender: { ...input.sender, confirmedBy }, signed };
    } finally {
      this.underWay -= 1;
    }
  }

  private async verify(document: string, signature: Buffer, at: Instant): Promise<VerifiedSignature> {
    try {
      return await this.verifier.verify(Buffer.from(document, 'utf8'), signature, at);
    } catch (error) {
      if (error instanceof SignatureRefused) throw new SignatureRefused(error.reason);
      throw error;
    }
  }
}

/** @throws SignatureRefused where nobody vouches for the names: anybody can make such a certificate */
function signedRemark({ signer, trust, ...facts }: VerifiedSignature, verifiedFor: Instant): SignedRemark {
  if (trust !== 'TRUSTED_CHAIN') throw new SignatureRefused('CHAIN_NOT_TRUSTED');
  const { commonName: name, serialNumber: personalNumber, organisation, subject } = signer;
  return { kind: 'signature', name, personalNumber, organisation, subject, ...facts, verifiedFor };
}
