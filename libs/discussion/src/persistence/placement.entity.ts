import type { Instant } from '#lib/kernel';
import { type Channel } from '#lib/time-limits';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { DiscussionEntity } from './discussion.entity.js';

/** REQ-20: where, when and with what proof something was placed. The report is placed on the same channels (REQ-65). */
@Entity('placement')
@Unique(['discussionId', 'subject', 'url'])
@Check('ck_placement_subject', `subject in ('DRAFT', 'REPORT')`)
@Check(
  'ck_placement_channel',
  `channel in ('EGOV_PORTAL', 'OWN_RESOURCE', 'LEB_RESOURCE', 'OFFICIAL_JOURNAL', 'COMMENT_PORTAL')`,
)
export class PlacementEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => DiscussionEntity)
  discussionId: string;

  @Column('text')
  subject: 'DRAFT' | 'REPORT';

  @Column('text')
  channel: Channel;

  @Column('text')
  url: string;

  @Column('timestamptz')
  placedAt: Instant;

  @Column('bytea', { nullable: true })
  proofSha256: Buffer | null;

  @Column('text')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Instant;
}
