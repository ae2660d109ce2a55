import { DiscussionEntity } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The same remarks are not suggested again. */
@Entity('group_dismissal')
export class GroupDismissalEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => DiscussionEntity)
  discussionId: string;

  @PrimaryColumn('bytea')
  membersSha256: Buffer;

  @Column('text')
  dismissedBy: string;

  @Column('timestamptz')
  dismissedAt: Instant;
}
