import type { Instant, Language } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { DiscussionEntity } from './discussion.entity.js';

/** A mailbox that is asked whether remarks may be sent from it; gone when it has said so, or within the hour (decision 30). */
@Entity('address_confirmation')
@Unique(['tokenHash'])
@Check('ck_address_confirmation_language', `language in ('kk', 'ru', 'en')`)
@Check('ck_address_confirmation_sealed', 'octet_length(sealed) > 28')
@Index('ix_address_confirmation_address_index', ['addressIndex', 'expiresAt'])
@Index('ix_address_confirmation_expires_at', ['expiresAt'])
export class AddressConfirmationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => DiscussionEntity)
  discussionId: string;

  /** Lineage id of the clause at which the form was opened. */
  @Column('uuid', { nullable: true })
  clauseId: string | null;

  @Column('text')
  language: Language;

  @Column('bytea')
  tokenHash: Buffer;

  @Column('bytea')
  addressIndex: Buffer;

  @Column('text')
  keyId: string;

  /** The address; and the token, until the letter is sent. */
  @Column('bytea')
  sealed: Buffer;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt: Instant;

  @Column('timestamptz')
  expiresAt: Instant;
}
