import { DiscussionEntity, RemarkEntity } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { GroupKind } from '../../domain/grouping/kinds.js';

/** Remarks that a person found to say the same (REQ-44). */
@Entity('remark_group')
@Unique(['discussionId', 'no'])
@Check('ck_remark_group_kind', `kind in ('EXACT', 'NEAR', 'SAME_SENDER', 'BY_HAND')`)
@Check('ck_remark_group_dissolved', '(dissolved_by is null) = (dissolved_at is null)')
export class RemarkGroupEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => DiscussionEntity)
  discussionId: string;

  /** From 1 in the discussion. */
  @Column('integer')
  no: number;

  @Column('text')
  kind: GroupKind;

  /** Whose text stands for all; the SQL function `group_representative` knows what to do when it no longer stands. */
  @Column('uuid')
  @ForeignKey(() => RemarkEntity)
  representativeId: string;

  @Column('text')
  confirmedBy: string;

  @Column('timestamptz')
  confirmedAt: Instant;

  @Column('text', { nullable: true })
  dissolvedBy: string | null;

  @Column('timestamptz', { nullable: true })
  dissolvedAt: Instant | null;
}
