import type { Instant, LegalDay } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { EntryState } from '../domain/entry-lifecycle.js';
import type { LetterArrival } from '../domain/letter-arrival.js';
import type { EntryChannel } from '../domain/received-entry.js';
import type { RemarkContent } from '../domain/remark-content.js';
import { DiscussionEntity } from './discussion.entity.js';
import { LateArrivalEntity } from './late-arrival.entity.js';
import { RemarkEntity } from './remark.entity.js';

/** REQ-41: a letter typed in, until it is a remark or a late arrival. */
@Entity('received_entry')
@Unique(['remarkId'])
@Unique(['lateArrivalId'])
@Check('ck_received_entry_channel', `channel in ('PAPER', 'DESK', 'EMAIL')`)
@Check('ck_received_entry_arrival_precision', `arrival_precision in ('DAY', 'INSTANT')`)
@Check('ck_received_entry_state', `state in ('ENTERED', 'CONFIRMED', 'REFUSED')`)
@Check('ck_received_entry_arrived', 'arrived_at <= entered_at and backdated_days >= 0')
@Check(
  'ck_received_entry_settled',
  `(state = 'ENTERED') = (settled_at is null) and (settled_at is null) = (settled_by is null)`,
)
@Check(
  'ck_received_entry_result',
  `num_nonnulls(remark_id, late_arrival_id) = case when state = 'CONFIRMED' then 1 else 0 end`,
)
@Check('ck_received_entry_content', `(state = 'CONFIRMED') = (content is null)`)
@Check('ck_received_entry_refusal_reason', `(state = 'REFUSED') = (refusal_reason is not null)`)
@Check(
  'ck_received_entry_second_officer',
  `not (state = 'CONFIRMED' and needs_second_officer and settled_by = entered_by)`,
)
@Index('ix_received_entry_content', ['discussionId', 'contentSha256'], { unique: true, where: `state <> 'REFUSED'` })
@Index('ix_received_entry_list', ['discussionId', 'state', 'enteredAt', 'id'])
@Index('ix_received_entry_registration', ['discussionId', 'registration'])
export class ReceivedEntryEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => DiscussionEntity)
  discussionId: string;

  @Column('text')
  channel: EntryChannel;

  @Column('text')
  registration: string;

  @Column('date')
  arrivalDay: LegalDay;

  /** By which it is on time or late. */
  @Column('timestamptz')
  arrivedAt: Instant;

  @Column('text')
  arrivalPrecision: LetterArrival['precision'];

  @Column('date', { nullable: true })
  postmarkDay: LegalDay | null;

  /** Null once it is a remark or a late arrival: the words live there. */
  @Column('jsonb', { nullable: true })
  content: RemarkContent | null;

  /** HMAC over content, sender and arrival: the same letter is not entered twice. */
  @Column('bytea')
  contentSha256: Buffer;

  @Column('text', { nullable: true })
  noScanReason: string | null;

  /** Legal days from the arrival to the entry. */
  @Column('integer')
  backdatedDays: number;

  @Column('boolean')
  needsSecondOfficer: boolean;

  @Column('text')
  state: EntryState;

  @Column('text')
  enteredBy: string;

  @Column('timestamptz')
  enteredAt: Instant;

  @Column('text', { nullable: true })
  settledBy: string | null;

  @Column('timestamptz', { nullable: true })
  settledAt: Instant | null;

  @Column('text', { nullable: true })
  refusalReason: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => RemarkEntity)
  remarkId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => LateArrivalEntity)
  lateArrivalId: string | null;
}
