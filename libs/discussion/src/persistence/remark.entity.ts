import type { Instant, Language } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RemarkKind } from '../domain/remark-content.js';
import type { RemarkState } from '../domain/remark-lifecycle.js';
import type { SenderKind } from '../domain/sender.js';
import type { OnlineChannel, RecordedChannel } from '../intake/intake-row.js';
import { DiscussionEntity } from './discussion.entity.js';

@Entity('remark')
@Unique(['number'])
@Check('ck_remark_kind', `kind in ('REMARK', 'PROPOSAL')`)
@Check('ck_remark_sender_kind', `sender_kind in ('INDIVIDUAL', 'LEGAL_ENTITY', 'GROUP')`)
@Check('ck_remark_intake_channel', `intake_channel in ('PORTAL', 'API', 'PAPER', 'DESK', 'EMAIL', 'IMPORT')`)
@Check('ck_remark_state', `state in ('RECEIVED', 'WITHDRAWN', 'HIDDEN')`)
@Check('ck_remark_body', 'char_length(body) between 1 and 20000')
@Check('ck_remark_erased', `erased_at is null or body = '—' and proposed_wording is null and salt = '\\x'`)
@Check('ck_remark_redacted', `redaction_id is null or salt = '\\x'`)
@Check(
  'ck_remark_released',
  '(released_at is null) = (released_by is null) and (released_at is null or waits_until is not null)',
)
@Check('ck_remark_confirmation', `confirmation in ('EMAIL', 'PROVIDER', 'SIGNATURE')`)
@Check('ck_remark_on_time', 'received_at < close_at')
@Index('ix_remark_discussion_id_received_at', ['discussionId', 'receivedAt', 'id'])
@Index('ix_remark_waiting', ['discussionId', 'receivedAt', 'id'], {
  where: 'waits_until is not null and released_at is null',
})
export class RemarkEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => DiscussionEntity)
  discussionId: string;

  @Column('text')
  number: string;

  @Column('text')
  kind: RemarkKind;

  @Column('text')
  senderKind: SenderKind;

  @Column('text')
  intakeChannel: OnlineChannel | RecordedChannel;

  @Column('text')
  language: Language;

  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  proposedWording: string | null;

  /** Lineage ids of the clauses it is about; empty: the whole draft. */
  @Column('uuid', { array: true, default: '{}' })
  anchors: string[];

  @Column('text')
  state: RemarkState;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  receivedAt: Instant;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  recordedAt: Instant;

  @Column('text')
  profileId: string;

  /** The close by which it was found on time; null when the term had not started. */
  @Column('timestamptz', { nullable: true })
  closeAt: Instant | null;

  @Column('integer', { default: 1 })
  revision: number;

  @Column('timestamptz', { nullable: true })
  revisedAt: Instant | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Instant | null;

  @Column('bytea')
  salt: Buffer;

  @Column('bytea')
  commitment: Buffer;

  @Column('bytea')
  normalisedHash: Buffer;

  /** Since when words, salt, files and sender are erased (decision 22). */
  @Column('timestamptz', { nullable: true })
  erasedAt: Instant | null;

  /** The hiding by which passages are redacted; what was received, with its salt, is sealed under this id. */
  @Column('uuid', { nullable: true })
  redactionId: string | null;

  /** How its sender was confirmed on line; null: was not (decision 30). */
  @Column('text', { nullable: true })
  confirmation: 'EMAIL' | 'PROVIDER' | 'SIGNATURE' | null;

  /** When the text is shown by itself at the latest; null: it never waits (REQ-116). */
  @Column('timestamptz', { nullable: true })
  waitsUntil: Instant | null;

  @Column('timestamptz', { nullable: true })
  releasedAt: Instant | null;

  @Column('text', { nullable: true })
  releasedBy: string | null;
}
