import type { Instant } from '#lib/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OfficerEntity } from './officer.entity.js';

@Entity('password_reset')
@Unique(['tokenHash'])
@Index('ix_password_reset_officer_id', ['officerId', 'createdAt'])
export class PasswordResetEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => OfficerEntity, { onDelete: 'CASCADE' })
  officerId: string;

  @Column('bytea')
  tokenHash: Buffer;

  /** Until the letter is sent. */
  @Column('bytea', { nullable: true })
  sealedToken: Buffer | null;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt: Instant;

  @Column('timestamptz')
  expiresAt: Instant;

  @Column('timestamptz', { nullable: true })
  usedAt: Instant | null;
}
