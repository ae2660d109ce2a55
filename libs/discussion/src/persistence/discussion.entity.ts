import type { Instant, LegalDay } from '#lib/kernel';
import { DraftVersionEntity, ProcedureEntity } from '#lib/drafting';
import type { Channel } from '#lib/time-limits';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { DiscussionState } from '../domain/discussion-lifecycle.js';

@Entity('discussion')
@Unique(['no'])
@Unique(['procedureId'])
@Check('ck_discussion_state', `state in ('OPEN', 'CLOSED', 'WITHDRAWN')`)
@Check('ck_discussion_window', 'open_at < close_at')
@Check('ck_discussion_waits_hours', 'waits_hours >= 1')
@Index('ix_discussion_due', ['closeAt'], { where: `state = 'OPEN'` })
@Index('ix_discussion_open_at', ['openAt', 'id'])
@Index('ix_discussion_version_id', ['versionId'])
export class DiscussionEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Key of the advisory lock in namespace 7001. */
  @Column('integer', { generated: 'identity' })
  no: number;

  @Column('uuid')
  @ForeignKey(() => ProcedureEntity)
  procedureId: string;

  @Column('uuid')
  @ForeignKey(() => DraftVersionEntity)
  versionId: string;

  @Column('text')
  profileId: string;

  @Column('text')
  state: DiscussionState;

  @Column('text')
  zone: string;

  /** In the unit of the profile; null: the profile's own length. */
  @Column('integer', { nullable: true })
  termLength: number | null;

  /** Mandatory channels given up by a reasoned act (AMB-05). */
  @Column('text', { array: true, default: '{}' })
  droppedChannels: Channel[];

  @Column('timestamptz')
  openAt: Instant;

  @Column('date', { nullable: true })
  termDate: LegalDay | null;

  @Column('date', { nullable: true })
  lastDay: LegalDay | null;

  /** Exclusive; null while the term has not started. */
  @Column('timestamptz', { nullable: true })
  closeAt: Instant | null;

  @Column('timestamptz', { nullable: true })
  strictCloseAt: Instant | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Instant | null;

  /** The state does not flip before: until then a remark that had to wait may come back with its ticket (REQ-47). */
  @Column('timestamptz', { nullable: true })
  heldUntil: Instant | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Instant | null;

  @Column('text', { nullable: true })
  withdrawalReason: string | null;

  /** How long a text waits for its release at most; null: it is public when it is received (REQ-116). */
  @Column('integer', { nullable: true })
  waitsHours: number | null;
}
