export { signatureVerifier, type SignatureSettings, SignaturesModule } from './signatures.module.js';
export { LARGEST_SIGNATURE, SignatureVerifier } from './signature-verifier.js';
export { type Signer, type Trust, trusts, type VerifiedSignature } from './domain/verified-signature.js';
export { type SignatureFault, signatureFaults, SignatureRefused } from './domain/signature-refused.js';
export { ChainedVerifier } from './chained-verifier.js';
export { CmsSignatureVerifier } from './cms/cms-signature-verifier.js';
export { readTrustedRoots } from './cms/trusted-roots.js';
export { HttpSignatureVerifier } from './external/http-signature-verifier.js';
