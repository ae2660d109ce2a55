import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RemarkEntity } from './remark.entity.js';

/** A sender asks by the receipt that words and data be erased. */
@Entity('erasure_request')
@Check('ck_erasure_request_settled', '(settled_at is null) = (settled_by is null)')
@Index('ix_erasure_request_open', ['requestedAt'], { where: 'settled_at is null' })
export class ErasureRequestEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => RemarkEntity)
  remarkId: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  requestedAt: Instant;

  @Column('timestamptz', { nullable: true })
  settledAt: Instant | null;

  @Column('text', { nullable: true })
  settledBy: string | null;
}
