import type { Instant, Language } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Scope } from '../domain/subscription.js';

/** A mailbox that gets letters about one draft or about the drafts of one body, once it has agreed (decision 36). */
@Entity('subscription')
@Unique(['tokenHash'])
@Check('ck_subscription_target', 'num_nonnulls(discussion_id, body_id) = 1')
@Check('ck_subscription_scope', `scope in ('NEW', 'ALL') and (scope = 'ALL' or body_id is not null)`)
@Check('ck_subscription_language', `language in ('kk', 'ru', 'en')`)
@Check('ck_subscription_sealed', 'octet_length(sealed) > 28')
@Check(
  'ck_subscription_confirmed',
  'num_nulls(confirmed_at) = num_nonnulls(token_hash) and num_nonnulls(token_hash) = num_nonnulls(expires_at)',
)
@Index('ix_subscription_address_index', ['addressIndex'])
@Index('ix_subscription_expires_at', ['expiresAt'], { where: 'expires_at is not null' })
@Index('ix_subscription_discussion_id', ['discussionId', 'addressIndex'], {
  unique: true,
  where: 'confirmed_at is not null',
})
@Index('ix_subscription_body_id', ['bodyId', 'addressIndex'], { unique: true, where: 'confirmed_at is not null' })
export class SubscriptionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('discussion')
  discussionId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('state_body')
  bodyId: string | null;

  @Column('text')
  scope: Scope;

  /** Of the letters. */
  @Column('text')
  language: Language;

  /** Null once the mailbox has agreed. */
  @Column('bytea', { nullable: true })
  tokenHash: Buffer | null;

  @Column('bytea')
  addressIndex: Buffer;

  @Column('text')
  keyId: string;

  /** The address; and the token, until the letter that asks is sent. */
  @Column('bytea')
  sealed: Buffer;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt: Instant;

  @Column('timestamptz', { nullable: true })
  expiresAt: Instant | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Instant | null;
}
