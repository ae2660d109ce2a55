import { DiscussionEntity } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RunStage, RunState } from '../../domain/grouping/grouping-run.js';

@Entity('grouping_run')
@Index('ix_grouping_run_running', ['discussionId'], { unique: true, where: `state = 'RUNNING'` })
@Index('ix_grouping_run_discussion_id', ['discussionId', 'requestedAt'])
@Check('ck_grouping_run_state', `state in ('RUNNING', 'DONE', 'FAILED')`)
@Check('ck_grouping_run_stage', `stage in ('WAITING', 'READING', 'COMPARING', 'WRITING')`)
export class GroupingRunEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => DiscussionEntity)
  discussionId: string;

  @Column('text')
  state: RunState;

  @Column('text')
  stage: RunStage;

  @Column('integer', { default: 0 })
  done: number;

  @Column('integer', { default: 0 })
  total: number;

  @Column('text')
  requestedBy: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  requestedAt: Instant;

  @Column('timestamptz', { nullable: true })
  startedAt: Instant | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Instant | null;

  @Column('text', { nullable: true })
  error: string | null;
}
