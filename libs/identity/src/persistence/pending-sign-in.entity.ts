import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from './officer.entity.js';

@Entity('pending_sign_in')
@Check('ck_pending_sign_in_issuer', 'issuer is not null or not is_proved_anew')
export class PendingSignInEntity {
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  @Index()
  @ForeignKey(() => OfficerEntity, { onDelete: 'CASCADE' })
  officerId: string;

  @Column('timestamptz')
  expiresAt: Instant;

  /** The identity provider that knew the person; null: the password was right. */
  @Column('text', { nullable: true })
  issuer: string | null;

  /** The person proved to the provider who they are; otherwise it merely still knew them. */
  @Column('boolean', { default: false })
  isProvedAnew: boolean;
}
