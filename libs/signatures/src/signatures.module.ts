import { type DynamicModule, Module } from '@nestjs/common';
import { ChainedVerifier } from './chained-verifier.js';
import { CmsSignatureVerifier } from './cms/cms-signature-verifier.js';
import { readTrustedRoots } from './cms/trusted-roots.js';
import { HttpSignatureVerifier } from './external/http-signature-verifier.js';
import { SignatureVerifier } from './signature-verifier.js';

export interface SignatureSettings {
  /** Path to a PEM file; without it nobody vouches for the signers (`SELF_DECLARED`). */
  readonly trustedRoots: string | undefined;
  /** Address of the external verifier; without it GOST keys are refused. */
  readonly verifierUrl: string | undefined;
}

/** @throws Error when the roots cannot be read or the address is not to be trusted with the text */
export function signatureVerifier({ trustedRoots, verifierUrl }: SignatureSettings): SignatureVerifier {
  const local = new CmsSignatureVerifier(trustedRoots === undefined ? [] : readTrustedRoots(trustedRoots));
  return verifierUrl === undefined ? local : new ChainedVerifier(local, new HttpSignatureVerifier(verifierUrl));
}

@Module({})
export class SignaturesModule {
  static forRoot(settings: SignatureSettings): DynamicModule {
    return {
      module: SignaturesModule,
      global: true,
      providers: [{ provide: SignatureVerifier, useFactory: () => signatureVerifier(settings) }],
      exports: [SignatureVerifier],
    };
  }
}
