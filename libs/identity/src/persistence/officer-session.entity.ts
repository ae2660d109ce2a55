import type { Instant } from '#lib/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from './officer.entity.js';

@Entity('officer_session')
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
}
