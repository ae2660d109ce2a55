import type { SubmitRemarkInput } from '../use-cases/submit-remark.js';

/** What was signed and its signature, kept under seal beside the sender. */
export interface SignedText {
  /** The canonical JSON, as it was verified. */
  readonly document: string;
  /** The detached CMS as it was sent, Base64. */
  readonly cms: string;
}

/** A remark that may be taken; of a signed one the signature has been found to hold. */
export type TakenRemark = SubmitRemarkInput & { readonly signed?: SignedText };
