import type { Transaction } from '#lib/database';
import type { Actor } from '#lib/kernel';
import type { StoredRun } from './report-runs.repository.js';

/** A run on a report of the actor's own body, held; undefined for any other. */
export async function ownRun(tx: Transaction, runId: string, actor: Actor): Promise<StoredRun | undefined> {
  const bodyId = actor.kind === 'officer' ? actor.bodyId : null;
  const [run] =
    actor.kind === 'citizen'
      ? []
      : await tx.query<StoredRun>(
          `select r.id, r.discussion_id as "discussionId", r.report_id as "reportId", r.state, r.attempt,
                  r.requested_by as "requestedBy"
             from report_run r join discussion s on s.id = r.discussion_id join procedure p on p.id = s.procedure_id
            where r.id = $1 and ($2::uuid is null or p.developer_id = $2) for update of r`,
          [runId, bodyId],
        );
  return run;
}
