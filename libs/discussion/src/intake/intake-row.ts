import type { Instant, Language } from '#lib/kernel';
import type { RemarkKind } from '../domain/remark-content.js';
import type { SenderKind } from '../domain/sender.js';
import type { SealedSenderRow } from '../sealing/senders.js';

export type OnlineChannel = 'PORTAL' | 'API';
export type RecordedChannel = 'PAPER' | 'DESK' | 'EMAIL' | 'IMPORT';

/** One submission as `take_remarks` reads it; the names are those of its `json_to_recordset`. */
export interface IntakeRow extends SealedSenderRow {
  readonly discussion_id: string;
  /** Of the remark, or of the late arrival it turns out to be. */
  readonly id: string;
  readonly number: string;
  readonly ledger_id: string;
  readonly event_id: string;
  readonly key?: string;
  /** bytea as `\x…`, like every hash below. */
  readonly fingerprint?: string;
  /** By evidence, for what did not come on line; otherwise the call computes it. */
  readonly arrived_at?: Instant;
  readonly kind: RemarkKind;
  readonly sender_kind: SenderKind;
  readonly channel: OnlineChannel | RecordedChannel;
  readonly language: Language;
  readonly body: string;
  readonly wording?: string;
  readonly anchors: readonly string[];
  readonly salt: string;
  readonly commitment: string;
  readonly normalised: string;
  /** The version of the words agreed to, when the name may be public. */
  readonly name_consent?: string;
  readonly files?: readonly string[];
  /** How the sender was confirmed, when so. */
  readonly confirmation?: 'EMAIL' | 'PROVIDER' | 'SIGNATURE';
  /** The office's own registration number of a letter (REQ-41). */
  readonly registration?: string;
}

/** What the database decided about one row. */
export type Verdict =
  | 'accepted'
  | 'late'
  | 'withdrawn'
  | 'not-open'
  /** The state has flipped although the instant lies before the close: the clock went back, or the drain was overrun. */
  | 'closed'
  | 'future'
  | 'duplicate-key';

export interface Judgement {
  readonly verdict: Verdict;
  readonly receivedAt: Instant;
  readonly closeAt: Instant | null;
  readonly profileId: string;
  readonly zone: string;
}
