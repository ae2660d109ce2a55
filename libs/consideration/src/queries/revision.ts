import type { Queryable } from '#lib/database';
import { type Actor, DomainError, isId } from '#lib/kernel';

/** The text under discussion and the latest one, in the hands of the body that develops the draft. */
export interface Revision {
  readonly profileId: string;
  readonly state: 'OPEN' | 'CLOSED' | 'WITHDRAWN';
  readonly isReportSigned: boolean;
  /** Ids of versions; the same while nothing was revised. */
  readonly discussedId: string;
  readonly revisedId: string;
}

/** @throws DomainError `not-found`, also for another body's discussion */
export async function revisionOf(q: Queryable, discussionId: string, actor: Actor): Promise<Revision> {
  const bodyId = actor.kind === 'officer' ? actor.bodyId : null;
  const [row] =
    isId(discussionId) && actor.kind !== 'citizen'
      ? await q.query<Revision>(
          `select s.profile_id as "profileId", s.state, report_is_signed(s.id) as "isReportSigned", s.version_id as "discussedId",
                  (select v.id from draft_version v where v.procedure_id = s.procedure_id order by v.version desc limit 1) as "revisedId"
             from discussion s join procedure p on p.id = s.procedure_id
            where s.id = $1 and ($2::uuid is null or p.developer_id = $2)`,
          [discussionId, bodyId],
        )
      : [];
  if (!row) throw new DomainError('not-found', 'there is no such discussion', { discussionId });
  return row;
}
