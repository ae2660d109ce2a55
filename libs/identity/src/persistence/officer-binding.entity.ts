import type { Instant } from '#lib/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OfficerEntity } from './officer.entity.js';

@Entity('officer_binding')
@Unique(['officerId', 'issuer'])
export class OfficerBindingEntity {
  @PrimaryColumn('text')
  issuer: string;

  @PrimaryColumn('text')
  subject: string;

  @Column('uuid')
  @ForeignKey(() => OfficerEntity, { onDelete: 'CASCADE' })
  officerId: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  boundAt: Instant;
}
