import { DiscussionEntity } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RenderingFormat, RenderingLanguage } from '../domain/rendering-kinds.js';
import type { RunState, StepName, StepState } from '../domain/report-run.js';

/** The making of one report, step by step. */
@Entity('report_run')
@Check('ck_report_run_state', `state in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')`)
@Check('ck_report_run_finished', `(state = 'RUNNING') = (finished_at is null)`)
@Index('ix_report_run_running', ['discussionId'], { unique: true, where: `state = 'RUNNING'` })
@Index('ix_report_run_discussion_id', ['discussionId', 'requestedAt'])
export class ReportRunEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => DiscussionEntity)
  @Column('uuid')
  discussionId: string;

  /** The report that is made; null before its data are assembled. */
  @Column('uuid', { nullable: true })
  reportId: string | null;

  @Column('text')
  state: RunState;

  /** From 1; one more each time it is tried again. */
  @Column('integer', { default: 1 })
  attempt: number;

  @Column('text')
  requestedBy: string;

  @Column('timestamptz')
  requestedAt: Instant;

  @Column('timestamptz', { nullable: true })
  finishedAt: Instant | null;
}

@Entity('report_step')
@Check('ck_report_step_step', `step in ('ASSEMBLE', 'CHECK', 'RENDER', 'PRESENT')`)
@Check('ck_report_step_state', `state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')`)
export class ReportStepEntity {
  @ForeignKey(() => ReportRunEntity)
  @PrimaryColumn('uuid')
  runId: string;

  /** From 1, in the order of the plan. */
  @PrimaryColumn('integer')
  ordinal: number;

  @Column('text')
  step: StepName;

  @Column('text', { nullable: true })
  format: RenderingFormat | null;

  @Column('text', { nullable: true })
  language: RenderingLanguage | null;

  @Column('text')
  state: StepState;

  /** Remarks or rows that are through, of how many. */
  @Column('integer', { default: 0 })
  done: number;

  @Column('integer', { default: 0 })
  total: number;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('timestamptz', { nullable: true })
  startedAt: Instant | null;

  /** When its worker last said that it is at work. */
  @Column('timestamptz', { nullable: true })
  seenAt: Instant | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Instant | null;

  @Column('text', { nullable: true })
  error: string | null;
}
