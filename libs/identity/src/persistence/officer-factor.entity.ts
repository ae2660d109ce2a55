import type { Instant } from '#lib/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from './officer.entity.js';

@Entity('officer_factor')
export class OfficerFactorEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => OfficerEntity, { onDelete: 'CASCADE' })
  officerId: string;

  @Column('bytea')
  sealedSecret: Buffer;

  @Column('bigint')
  lastStep: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  enrolledAt: Instant;
}
