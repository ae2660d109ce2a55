import type { Queryable } from '#lib/database';
import { type LabelledClause, pathLabels } from '../domain/path-labels.js';
import type { ClauseReference } from '../domain/report-data.js';

/** The parts of a version by lineage id, each under the label by which it is named outside its place. */
export async function readClauses(q: Queryable, versionId: string): Promise<ReadonlyMap<string, ClauseReference>> {
  const clauses = await q.query<LabelledClause>(
    'select lineage_id as "lineageId", kind, level, label from clause where version_id = $1 order by position',
    [versionId],
  );
  return new Map(pathLabels(clauses).map((clause) => [clause.lineageId, clause]));
}
