import type { Instant } from '#lib/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OfficerEntity } from './officer.entity.js';

@Entity('officer_session')
@Unique(['id'])
export class OfficerSessionEntity {
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  @Index()
  @ForeignKey(() => OfficerEntity, { onDelete: 'CASCADE' })
  officerId: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt: Instant;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  seenAt: Instant;

  @Column('timestamptz')
  expiresAt: Instant;

  /** By which its owner names it; the token's hash stays inside. */
  @Column('uuid')
  id: string;

  @Column('text', { default: '' })
  addressBlock: string;

  @Column('text', { default: '' })
  device: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  confirmedAt: Instant;
}
