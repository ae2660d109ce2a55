import type { Instant } from '#lib/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DecisionEntity } from './decision.entity.js';

/** A second officer stands for the decision too, where the profile asks for it. */
@Entity('decision_confirmation')
export class DecisionConfirmationEntity {
  @ForeignKey(() => DecisionEntity)
  @PrimaryColumn('uuid')
  decisionId: string;

  /** Another than who decided. */
  @Column('text')
  confirmedBy: string;

  @Column('timestamptz')
  confirmedAt: Instant;
}
