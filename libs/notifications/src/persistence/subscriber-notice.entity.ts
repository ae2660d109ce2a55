import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Happening } from '../domain/subscription.js';

/** One thing that subscribers are told of, once. */
@Entity('subscriber_notice')
@Unique(['discussionId', 'happening', 'about'])
@Check(
  'ck_subscriber_notice_happening',
  `happening in ('OPENED', 'EXTENDED', 'CLOSING_SOON', 'CLOSED', 'REPORTED', 'WITHDRAWN', 'APPROVED')`,
)
export class SubscriberNoticeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('discussion')
  discussionId: string;

  /** The developing body. */
  @Column('uuid')
  @ForeignKey('state_body')
  bodyId: string;

  @Column('text')
  happening: Happening;

  /** What tells it from another of its kind: the close that was announced, the id of the report; empty where it happens once. */
  @Column('text')
  about: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  toldAt: Instant;

  /** Who agreed afterwards is not told. */
  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  happenedAt: Instant;

  /** The last subscription to which a letter is owed; the greatest id of all after the last page. */
  @Column('uuid', { default: '00000000-0000-0000-0000-000000000000' })
  reached: string;

  /** The blind index of its address, in whose order they are gone through; null before the first page and after the last. */
  @Column('bytea', { nullable: true })
  mailbox: Buffer | null;
}
