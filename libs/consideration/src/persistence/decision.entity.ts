import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Outcome } from '../domain/outcome.js';
import { PointEntity } from './point.entity.js';

@Entity('decision')
@Unique(['pointId', 'version'])
@Index('ix_decision_current', ['pointId'], { unique: true, where: 'superseded_at is null' })
@Check('ck_decision_outcome', `outcome in ('TAKEN_INTO_ACCOUNT', 'NOT_TAKEN_INTO_ACCOUNT')`)
@Check('ck_decision_ground', `btrim(ground_kk) <> '' and btrim(ground_ru) <> ''`)
export class DecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => PointEntity)
  @Column('uuid')
  pointId: string;

  /** Whose draft is discussed; the database writes it (decision 29). */
  @Column('uuid', { default: () => 'own_body()' })
  bodyId: string;

  @Column('integer')
  version: number;

  @Column('text')
  outcome: Outcome;

  @Column('text')
  reasonCode: string;

  @Column('text')
  groundKk: string;

  @Column('text')
  groundRu: string;

  /** Clauses' lineage ids. */
  @Column('uuid', { array: true, default: '{}' })
  changedClauses: string[];

  @Column('text', { nullable: true })
  noChangeKk: string | null;

  @Column('text', { nullable: true })
  noChangeRu: string | null;

  @Column('text')
  decidedBy: string;

  @Column('timestamptz')
  decidedAt: Instant;

  @Column('timestamptz', { nullable: true })
  supersededAt: Instant | null;
}
