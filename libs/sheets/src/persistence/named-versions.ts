import type { Queryable } from '#lib/database';
import type { NamedVersion } from '../workbook/clause-labels.js';

/** So many characters of a clause are enough to know it by. */
const FIRST_WORDS = 200;

/** Versions of a procedure's draft, from the first where no other is named, the newest first, each with what its clauses are called by. */
export function namedVersions(
  q: Queryable,
  procedureId: string,
  { from = 1, upTo }: { readonly from?: number; readonly upTo: number },
): Promise<NamedVersion[]> {
  return q.query<NamedVersion>(
    `select v.version, (
              select coalesce(json_agg(json_build_object('lineageId', c.lineage_id, 'kind', c.kind, 'level', c.level, 'label', c.label,
                       'text', json_strip_nulls(json_build_object('kk', left(c.text_kk, ${FIRST_WORDS}),
                         'ru', left(c.text_ru, ${FIRST_WORDS}), 'en', left(c.text_en, ${FIRST_WORDS})))) order by c.position), '[]')
                from clause c where c.version_id = v.id) as clauses
       from draft_version v where v.procedure_id = $1 and v.version between $2 and $3 order by v.version desc`,
    [procedureId, from, upTo],
  );
}
