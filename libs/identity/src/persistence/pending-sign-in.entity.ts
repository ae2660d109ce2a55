import type { Instant } from '#lib/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from './officer.entity.js';

@Entity('pending_sign_in')
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
}
