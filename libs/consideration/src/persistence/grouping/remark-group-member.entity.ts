import { RemarkEntity } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RemarkGroupEntity } from './remark-group.entity.js';

/** A remark is in one living group at most; who was in which and when stays. */
@Entity('remark_group_member')
@Index('ix_remark_group_member_live', ['remarkId'], { unique: true, where: 'left_at is null' })
export class RemarkGroupMemberEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => RemarkGroupEntity)
  groupId: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => RemarkEntity)
  remarkId: string;

  @PrimaryColumn('timestamptz', { default: () => 'clock_timestamp()' })
  joinedAt: Instant;

  @Column('timestamptz', { nullable: true })
  leftAt: Instant | null;
}
