import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ObjectionOutcome } from '../domain/objection.js';
import { HidingEntity } from './hiding.entity.js';

/** REQ-116: that a sender objects to an act, and how it was answered; the sender's words are sealed. */
@Entity('objection')
@Unique(['hidingId'])
@Check('ck_objection_outcome', `outcome in ('UPHELD', 'DECLINED')`)
@Check('ck_objection_answer', 'char_length(answer) between 20 and 2000')
@Check('ck_objection_answered', 'num_nulls(outcome, answer, answered_by, answered_at) in (0, 4)')
@Index('ix_objection_open', ['madeAt'], { where: 'answered_at is null' })
export class ObjectionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => HidingEntity)
  hidingId: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  madeAt: Instant;

  @Column('text', { nullable: true })
  outcome: ObjectionOutcome | null;

  /** Of the body, to the sender. */
  @Column('text', { nullable: true })
  answer: string | null;

  @Column('text', { nullable: true })
  answeredBy: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Instant | null;
}
