import type { Queryable } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, isId } from '#lib/kernel';
import { RemarkNotFound } from '../domain/errors.js';

export interface OwnRemark {
  readonly id: string;
  readonly number: string;
  readonly discussionId: string;
}

/**
 * Remarks on drafts of the officer's own body, in the order asked, each once.
 * @throws DomainError `not-found` when one is another body's or not there
 */
export async function ownRemarks(q: Queryable, ids: readonly string[], actor: Actor): Promise<OwnRemark[]> {
  const wanted = [...new Set(ids)];
  const bodyId = actor.kind === 'officer' ? actor.bodyId : null;
  const rows = wanted.every(isId)
    ? await q.query<OwnRemark>(
        `select r.id, r.number, r.discussion_id as "discussionId"
           from remark r join discussion s on s.id = r.discussion_id join procedure p on p.id = s.procedure_id
          where r.id = any($1::uuid[]) and p.developer_id = $2`,
        [wanted, bodyId],
      )
    : [];
  const found = new Map(rows.map((row) => [row.id, row]));
  return wanted.map((id) => {
    const remark = found.get(id);
    if (!remark) throw new RemarkNotFound(id);
    return remark;
  });
}

/**
 * The same, to do something to them.
 * @throws DomainError `not-found` as above, NotAllowed for who is no officer
 */
export async function remarksToWorkOn(q: Queryable, ids: readonly string[], actor: Actor): Promise<OwnRemark[]> {
  const remarks = await ownRemarks(q, ids, actor);
  requireRole(actor, 'officer');
  return remarks;
}
