import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import type { SuggestionKind } from '../../domain/grouping/kinds.js';
import { GroupMembers, type GroupOfRemark } from '../../persistence/grouping/group-members.js';
import { stillSuggested } from '../../persistence/grouping/open-suggestions.js';

/** Where else the same is said: the group a remark is in, and the open suggestions it is part of. For officials only. */
export interface SimilarRemarks {
  readonly group: GroupOfRemark | null;
  readonly suggestions: readonly {
    readonly id: string;
    readonly kind: SuggestionKind;
    /** As it was suggested, with this remark. */
    readonly size: number;
    /** The number of the group they would join; null: a new one. */
    readonly joins: number | null;
  }[];
}

@Injectable()
export class SimilarRemarksOf {
  constructor(
    private readonly database: Database,
    private readonly members: GroupMembers,
  ) {}

  /** The caller has made sure that the remark is the own body's. */
  async remark(remarkId: string): Promise<SimilarRemarks> {
    const [group = null] = await this.members.groupsOf(this.database, [remarkId]);
    if (group) return { group, suggestions: [] };
    const suggestions = await this.database.query<SimilarRemarks['suggestions'][number]>(
      `select s.id, s.kind, s.size, j.no as joins
         from group_suggestion_member x
         join group_suggestion s on s.id = x.suggestion_id and s.state = 'OPEN'
         left join remark_group j on j.id = s.joins_group_id
        where x.remark_id = $1 and j.dissolved_at is null
          and (j.id is not null or exists (
            select from ${stillSuggested('m.suggestion_id = s.id and m.remark_id <> x.remark_id')}))
        order by s.size desc, s.id`,
      [remarkId],
    );
    return { group, suggestions };
  }
}
