import type { RemarkContent } from '../domain/remark-content.js';
import type { Sender } from '../domain/sender.js';
import type { SignedText } from '../domain/signed-document.js';
import type { OnlineChannel } from './intake-row.js';

/** What comes on line. */
export interface SubmitRemarkInput {
  readonly discussionId: string;
  readonly channel: OnlineChannel;
  /** The plain key, without the quotes of the header. */
  readonly idempotencyKey: string;
  readonly content: RemarkContent;
  readonly sender: Sender;
  /** Whether the sender agrees to be named beside the remark; without it the remark stands under its number alone. */
  readonly hasNameConsent?: boolean;
  /** Ids of stored files of purpose ATTACHMENT, in the sender's order. */
  readonly attachments?: readonly string[];
  /** Detached CMS over the `signedDocument` of this remark: DER, PEM or Base64, 64 KiB at most (decision 34). */
  readonly signature?: Buffer;
}

/** A remark that may be taken; of a signed one the signature has been found to hold. */
export type TakenRemark = SubmitRemarkInput & { readonly signed?: SignedText };
