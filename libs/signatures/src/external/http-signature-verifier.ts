import { Logger } from '@nestjs/common';
import { type Instant, isConfidentialAddress } from '#lib/kernel';
import { assertValidAt } from '../cms/certificate.js';
import { derOf } from '../cms/armour.js';
import { SignatureRefused } from '../domain/signature-refused.js';
import type { VerifiedSignature } from '../domain/verified-signature.js';
import { assertSignatureSize, SignatureVerifier } from '../signature-verifier.js';
import { readAnswer } from './external-answer.js';
import { NoUsableAnswer, postJson, type PostLimits } from './post-json.js';

const LIMITS: PostLimits = { milliseconds: 15_000, bytes: 64 * 1024 };

/**
 * Asks a service that knows what this process cannot verify, such as GOST keys (docs/signature-verifier.md). The operator chose
 * its address, so its word is believed; but only in the agreed shape, and not about a certificate that was not valid.
 */
export class HttpSignatureVerifier extends SignatureVerifier {
  private readonly logger = new Logger('Signatures');
  private readonly url: URL;

  /** @throws TypeError when the address is neither https nor http on this host */
  constructor(
    address: string,
    private readonly limits: PostLimits = LIMITS,
  ) {
    super();
    if (!isConfidentialAddress(address)) throw new TypeError('the external verifier needs an https address');
    this.url = new URL(address);
  }

  override async verify(content: Buffer, signature: Buffer, at: Instant): Promise<VerifiedSignature> {
    assertSignatureSize(signature);
    const verified = await this.ask(content, derOf(signature), at);
    assertValidAt(verified, at);
    return verified;
  }

  private async ask(content: Buffer, signature: Buffer, at: Instant): Promise<VerifiedSignature> {
    const body = { content: content.toString('base64'), signature: signature.toString('base64'), at };
    try {
      return readAnswer(await postJson(this.url, body, this.limits));
    } catch (error) {
      if (!(error instanceof NoUsableAnswer)) throw error;
      this.logger.warn({ msg: 'the external verifier is of no use', why: error.message });
      throw new SignatureRefused('VERIFIER_UNAVAILABLE', error.message);
    }
  }
}
