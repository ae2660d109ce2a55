import { canonicalJson } from '#lib/kernel';
import type { RemarkContent } from './remark-content.js';
import type { Sender } from './sender.js';

/** The version of the form; another form gets another name, so that no signature is ever read as one over something else. */
export const SIGNED_DOCUMENT = 'talqy-remark/1';

/** Of the detached signature, in bytes: with certificates, answers of an authority and a time stamp it has about twenty thousand. */
export const SIGNATURE_LIMIT = 64 * 1024;

export interface RemarkToSign {
  readonly discussionId: string;
  readonly content: RemarkContent;
  readonly sender: Pick<Sender, 'kind' | 'name' | 'organisation' | 'bin'>;
  readonly hasNameConsent?: boolean;
}

/** What was signed and its signature, kept under seal beside the sender. */
export interface SignedText {
  /** The canonical JSON, as it was verified. */
  readonly document: string;
  /** The detached CMS as it was sent, Base64. */
  readonly cms: string;
}

/**
 * What the sender of a remark signs (decision 34): the RFC 8785 JSON, to be encoded in UTF-8, of the remark as it will stand. `anchors`
 * are a set and so in the order of their letters; attachments stand in the sender's order. `publicName` is the name that the sender
 * agrees to have beside the remark, null without that; `onBehalfOf` the legal entity or group that is named, null for an individual.
 * What is not sent, such as a wording, is null. Address and ground of a representative are not in it.
 * @param attachments SHA-256 of each file as it is sent, hex
 */
export function signedDocument(remark: RemarkToSign, attachments: readonly string[]): string {
  const { discussionId, content, sender, hasNameConsent = false } = remark;
  const { kind, language, text, proposedWording, anchors } = content;
  return canonicalJson({
    scheme: SIGNED_DOCUMENT,
    discussionId,
    kind,
    language,
    text,
    proposedWording: filled(proposedWording),
    anchors: anchors.toSorted(),
    attachments,
    publicName: hasNameConsent ? sender.name.trim() : null,
    onBehalfOf:
      sender.kind === 'INDIVIDUAL' ? null : { organisation: filled(sender.organisation), bin: filled(sender.bin) },
  });
}

const filled = (text: string | undefined): string | null => text?.trim() || null;
