import type { Instant, Language } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { OnlineChannel, RecordedChannel } from '../intake/intake-row.js';
import { DiscussionEntity } from './discussion.entity.js';

/** R8.4, REQ-39: the late register. Not remarks: they are counted in the report and nothing else. */
@Entity('late_arrival')
@Unique(['number'])
@Check('ck_late_arrival_late', 'received_at >= close_at')
@Index('ix_late_arrival_discussion_id', ['discussionId', 'receivedAt'])
export class LateArrivalEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => DiscussionEntity)
  discussionId: string;

  /** Of the refusal notice. */
  @Column('text')
  number: string;

  @Column('timestamptz')
  receivedAt: Instant;

  @Column('timestamptz')
  closeAt: Instant;

  @Column('text')
  profileId: string;

  @Column('text')
  intakeChannel: OnlineChannel | RecordedChannel;

  @Column('text')
  language: Language;

  @Column('jsonb')
  content: Record<string, unknown>;
}
