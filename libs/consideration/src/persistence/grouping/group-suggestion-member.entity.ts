import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { GroupSuggestionEntity } from './group-suggestion.entity.js';

@Entity('group_suggestion_member')
@Index('ix_group_suggestion_member_suggestion_id', ['suggestionId', 'likeness', 'remarkId'])
@Check('ck_group_suggestion_member_likeness', 'likeness between 0 and 64')
export class GroupSuggestionMemberEntity {
  @PrimaryColumn('uuid')
  remarkId: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => GroupSuggestionEntity, { onDelete: 'CASCADE' })
  suggestionId: string;

  /** To the representative, in 64ths. */
  @Column('smallint')
  likeness: number;
}
