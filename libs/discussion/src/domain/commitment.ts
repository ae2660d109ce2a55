import type { RemarkContent } from './remark-content.js';

/**
 * What a receipt commits the body to (REQ-36): the content, the discussion and the number. Who sent it is left out, so a
 * third party can be shown that a text was sent without learning by whom.
 */
export interface Committed extends RemarkContent {
  readonly discussionId: string;
  readonly number: string;
  /** SHA-256 of each attached file in its order, hex. */
  readonly attachments: readonly string[];
}

const encoder = new TextEncoder();
const SCHEME = encoder.encode('talqy/remark/v1\0');

/**
 * The bytes whose SHA-256 is the commitment: the scheme's name and a zero byte, the salt of 32 bytes, and the RFC 8785 JSON of
 * `{anchors, attachments, discussionId, kind, language, number, proposedWording, text}` in UTF-8, `proposedWording` null
 * when there is none. With the salt on the receipt anybody recomputes it offline; without it nobody can guess the text.
 * @throws RangeError when the salt is not 32 bytes
 */
export function commitmentPreimage(salt: Uint8Array, committed: Committed): Uint8Array {
  if (salt.length !== 32) throw new RangeError('a salt has 32 bytes');
  const json = encoder.encode(committedJson(committed));
  const bytes = new Uint8Array(SCHEME.length + salt.length + json.length);
  bytes.set(SCHEME, 0);
  bytes.set(salt, SCHEME.length);
  bytes.set(json, SCHEME.length + salt.length);
  return bytes;
}

/**
 * The third part of the preimage as text: what a downloadable receipt carries beside the salt. Its members stand in the order
 * of RFC 8785, and of strings, lists and null `JSON.stringify` writes the form of RFC 8785 (the spec compares the two).
 */
export function committedJson(committed: Committed): string {
  const { anchors, attachments, discussionId, kind, language, number, proposedWording = null, text } = committed;
  return JSON.stringify({ anchors, attachments, discussionId, kind, language, number, proposedWording, text });
}
