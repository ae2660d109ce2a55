import type { Instant } from '#lib/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from './officer.entity.js';

@Entity('recovery_code')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => OfficerEntity, { onDelete: 'CASCADE' })
  officerId: string;

  @PrimaryColumn('bytea')
  codeHash: Buffer;

  @Column('timestamptz', { nullable: true })
  usedAt: Instant | null;
}
