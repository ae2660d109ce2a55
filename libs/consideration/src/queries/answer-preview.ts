import { Database } from '#lib/database';
import { type Actor, DomainError, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type AnswersInView, answersInView, membersOf, remarksById } from '../persistence/answers-in-view.js';
import { RemarkGroups } from '../persistence/grouping/remark-groups.js';
import { assertOwnDiscussion } from '#lib/discussion';

/** Who is affected by an answer to many, and who of the chosen ones has to be answered otherwise. */
export interface RemarksInView extends AnswersInView {
  /** Ids of those that can be answered so, in order of arrival. */
  readonly remarkIds: readonly string[];
  readonly leftOut: readonly {
    readonly number: string;
    readonly why: 'in-group' | 'several-points' | 'not-standing';
  }[];
}

@Injectable()
export class AnswerPreview {
  constructor(
    private readonly database: Database,
    private readonly groups: RemarkGroups,
  ) {}

  /**
   * Of the standing remarks of a group.
   * @param point from 1
   * @throws DomainError `not-found`, also for another body's discussion and for a group that is dissolved
   */
  async ofGroup(discussionId: string, no: number, actor: Actor, point = 1): Promise<AnswersInView> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const group = await this.groups.living(this.database, discussionId, no);
    if (!group) throw new DomainError('not-found', 'there is no such group', { no });
    return answersInView(this.database, membersOf(group.id), point);
  }

  /**
   * Of remarks chosen one by one, each of them answered as a whole.
   * @throws DomainError `not-found` for another body's discussion
   */
  async ofRemarks(discussionId: string, chosen: readonly string[], actor: Actor): Promise<RemarksInView> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const rows = await this.database.query<{
      id: string;
      number: string;
      why: RemarksInView['leftOut'][number]['why'] | null;
    }>(
      `select r.id, r.number,
              case when r.state <> 'RECEIVED' then 'not-standing'
                   when exists (select from remark_group_member m where m.remark_id = r.id and m.left_at is null) then 'in-group'
                   when (select count(*) from point p where p.remark_id = r.id and p.retired_at is null) > 1 then 'several-points'
              end as why
         from remark r where r.discussion_id = $1 and r.id = any($2::uuid[]) order by r.received_at, r.id`,
      [discussionId, chosen.filter(isId)],
    );
    const remarkIds = rows.filter(({ why }) => why === null).map(({ id }) => id);
    const leftOut = rows.flatMap(({ number, why }) => (why ? [{ number, why }] : []));
    return { ...(await answersInView(this.database, remarksById(remarkIds), 1)), remarkIds, leftOut };
  }
}
