import { DiscussionEntity } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Blocker } from '../domain/blockers.js';
import type { ReportState } from '../domain/report-lifecycle.js';

@Entity('report')
@Unique(['discussionId', 'version'])
@Index('ix_report_unsigned', ['discussionId'], { unique: true, where: `state = 'ASSEMBLED'` })
@Check('ck_report_state', `state in ('RENDERING', 'ASSEMBLED', 'SIGNED', 'PUBLISHED', 'SUPERSEDED')`)
@Check(
  'ck_report_signed',
  `(state in ('SIGNED', 'PUBLISHED')) = (signed_at is not null) and (signed_at is null) = (signed_by is null) and (state = 'PUBLISHED') = (published_at is not null)`,
)
export class ReportEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => DiscussionEntity)
  @Column('uuid')
  discussionId: string;

  @Column('integer')
  version: number;

  @Column('text')
  state: ReportState;

  /** RFC 8785 text of `ReportHead`; rows and remarks stand beside it. */
  @Column('text')
  data: string;

  /** Of the RFC 8785 text of the whole `ReportData`. */
  @Column('bytea')
  dataSha256: Buffer;

  /** The first of them. */
  @Column('jsonb')
  blockers: readonly Blocker[];

  @Column('integer', { default: 0 })
  blockersInAll: number;

  @Column('timestamptz')
  assembledAt: Instant;

  @Column('timestamptz', { nullable: true })
  signedAt: Instant | null;

  /** An officer's id. */
  @Column('uuid', { nullable: true })
  signedBy: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Instant | null;
}
