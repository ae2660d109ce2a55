import type { Queryable } from '#lib/database';
import { assertOwnDiscussion } from '#lib/discussion';
import { type Actor, DomainError } from '#lib/kernel';

/** What a sheet is made of and judged by. */
export interface DiscussionOfSheet {
  readonly id: string;
  readonly no: number;
  readonly state: 'OPEN' | 'CLOSED' | 'WITHDRAWN';
  readonly isReportSigned: boolean;
  readonly profileId: string;
  readonly procedureId: string;
  /** As in the procedure: a new standard, an amendment … */
  readonly procedureKind: string;
  /** Of the text under discussion. */
  readonly discussedVersion: number;
  /** Of the latest text. */
  readonly latestVersion: number;
}

/** @throws DomainError `not-found`, also for another body's */
export async function ownDiscussion(q: Queryable, discussionId: string, actor: Actor): Promise<DiscussionOfSheet> {
  await assertOwnDiscussion(q, discussionId, actor);
  return discussionOfSheet(q, discussionId);
}

/** @throws DomainError `not-found` */
export async function discussionOfSheet(q: Queryable, discussionId: string): Promise<DiscussionOfSheet> {
  const [row] = await q.query<DiscussionOfSheet>(
    `select s.id, s.no, s.state, report_is_signed(s.id) as "isReportSigned", s.profile_id as "profileId",
            s.procedure_id as "procedureId", p.kind as "procedureKind", v.version as "discussedVersion",
            (select max(l.version) from draft_version l where l.procedure_id = s.procedure_id) as "latestVersion"
       from discussion s join draft_version v on v.id = s.version_id join procedure p on p.id = s.procedure_id where s.id = $1`,
    [discussionId],
  );
  if (!row) throw new DomainError('not-found', 'there is no such discussion', { discussionId });
  return row;
}
