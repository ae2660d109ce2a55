import type { Transaction } from '#lib/database';
import { lockDiscussion } from '#lib/discussion';
import { type Actor, DomainError, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { assertDecidable } from '../domain/decidable.js';
import { RemarkInGroup, RemarkNotFound, RemarkNotStanding } from '../domain/errors.js';

export interface RemarkUnderDecision {
  readonly id: string;
  readonly number: string;
  readonly state: 'RECEIVED' | 'WITHDRAWN' | 'HIDDEN';
  readonly text: string;
  readonly proposedWording: string | null;
  readonly discussionId: string;
  readonly discussionState: 'OPEN' | 'CLOSED' | 'WITHDRAWN';
  readonly profileId: string;
  readonly procedureId: string;
  readonly procedureKind: string;
  readonly developerId: string;
  readonly isReportSigned: boolean;
  /** Of the living group it is in; null for none. */
  readonly groupNo: number | null;
}

/** The remarks an officer is about to decide on: held, and checked that they may be decided now. */
@Injectable()
export class RemarksUnderDecision {
  /**
   * In the order asked, each once. The discussions are locked together with the report's writer, the remarks in the order of
   * their ids, so that two bulk acts never wait for each other in a ring.
   * @throws DomainError `not-found` (also for another body's remark), `not-allowed`, `wrong-state`, `report-frozen`
   */
  async lock(tx: Transaction, ids: readonly string[], actor: Actor): Promise<RemarkUnderDecision[]> {
    const remarkIds = [...new Set(ids)];
    const unknown = remarkIds.find((id) => !isId(id));
    if (unknown !== undefined) throw new RemarkNotFound(unknown);
    for (const id of await discussionsOf(tx, remarkIds)) await lockDiscussion(tx, id, 'shared');
    const remarks = new Map((await locked(tx, remarkIds)).map((remark) => [remark.id, remark]));
    return remarkIds.map((id) => decidable(id, remarks.get(id), actor));
  }
}

function locked(tx: Transaction, remarkIds: readonly string[]): Promise<RemarkUnderDecision[]> {
  return tx.query<RemarkUnderDecision>(
    `select r.id, r.number, r.state, r.body as text, r.proposed_wording as "proposedWording", r.discussion_id as "discussionId",
            s.state as "discussionState", s.profile_id as "profileId", s.procedure_id as "procedureId",
            p.kind as "procedureKind", p.developer_id as "developerId", report_is_signed(s.id) as "isReportSigned",
            (select g.no from remark_group_member m join remark_group g on g.id = m.group_id
              where m.remark_id = r.id and m.left_at is null) as "groupNo"
       from remark r
       join discussion s on s.id = r.discussion_id
       join procedure p on p.id = s.procedure_id
      where r.id = any($1::uuid[])
      order by r.id
        for no key update of r`,
    [remarkIds],
  );
}

async function discussionsOf(tx: Transaction, remarkIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select distinct discussion_id as id from remark where id = any($1::uuid[]) order by id',
    [remarkIds],
  );
  return rows.map(({ id }) => id);
}

/** The remark when the actor may decide it now; else the refusal. */
function decidable(id: string, remark: RemarkUnderDecision | undefined, actor: Actor): RemarkUnderDecision {
  if (!remark || actor.kind !== 'officer' || actor.bodyId !== remark.developerId) throw new RemarkNotFound(id);
  if (!actor.roles.includes('officer')) throw new DomainError('not-allowed', 'an officer decides on remarks');
  const { number, state, discussionId, discussionState, isReportSigned, groupNo } = remark;
  if (state !== 'RECEIVED') throw new RemarkNotStanding(number, state);
  assertDecidable({ state: discussionState, isReportSigned }, { number, discussionId });
  if (groupNo !== null) throw new RemarkInGroup(number, groupNo);
  return remark;
}
