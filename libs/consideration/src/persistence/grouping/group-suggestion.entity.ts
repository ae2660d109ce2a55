import { DiscussionEntity, RemarkEntity } from '#lib/discussion';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SuggestionKind, SuggestionState } from '../../domain/grouping/kinds.js';
import { RemarkGroupEntity } from './remark-group.entity.js';

/** Remarks that may be one group, until a person says so. Made anew by each search. */
@Entity('group_suggestion')
@Index('ix_group_suggestion_open', ['discussionId', 'size', 'id'], { where: `state = 'OPEN'` })
@Check('ck_group_suggestion_kind', `kind in ('EXACT', 'NEAR', 'SAME_SENDER')`)
@Check('ck_group_suggestion_state', `state in ('OPEN', 'CONFIRMED', 'DISMISSED')`)
export class GroupSuggestionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => DiscussionEntity)
  discussionId: string;

  @Column('text')
  kind: SuggestionKind;

  @Column('text')
  state: SuggestionState;

  /** The earliest remark; of the group, when they are to join one. */
  @Column('uuid')
  @ForeignKey(() => RemarkEntity)
  representativeId: string;

  /** The group they would join; null: a new one. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => RemarkGroupEntity)
  joinsGroupId: string | null;

  @Column('integer')
  size: number;

  /** Different senders, by e-mail, BIN or name. */
  @Column('integer')
  authors: number;

  /** Of the sorted numbers, one a line. */
  @Column('bytea')
  membersSha256: Buffer;
}
