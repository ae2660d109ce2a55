import type { Queryable } from '#lib/database';
import type { Multilingual } from '#lib/kernel';

export interface ClauseChange {
  readonly lineageId: string;
  readonly change: 'changed' | 'added' | 'removed';
  /** The words; null when it was added. */
  readonly before: Multilingual | null;
  /** null when it was removed. */
  readonly after: Multilingual | null;
}

/**
 * The parts whose words differ between two versions of a draft, in the order of the later text; a mere renumbering or move is no
 * change of words (REQ-24, REQ-52).
 * @param from @param to ids of versions
 */
export const changedClauses = (q: Queryable, from: string, to: string): Promise<ClauseChange[]> =>
  q.query<ClauseChange>(
    `select coalesce(v.lineage_id, d.lineage_id) as "lineageId",
            case when d.lineage_id is null then 'added' when v.lineage_id is null then 'removed' else 'changed' end as change,
            ${wordsOf('d')} as before, ${wordsOf('v')} as after
       from (select * from clause where version_id = $1) d
       full join (select * from clause where version_id = $2) v on v.lineage_id = d.lineage_id
      where (d.text_kk, d.text_ru, d.text_en) is distinct from (v.text_kk, v.text_ru, v.text_en)
      order by coalesce(v.position, d.position), v.position nulls last, coalesce(v.lineage_id, d.lineage_id)`,
    [from, to],
  );

/** Without English where there is none. */
const wordsOf = (table: string): string =>
  `case when ${table}.lineage_id is not null
        then json_strip_nulls(json_build_object('kk', ${table}.text_kk, 'ru', ${table}.text_ru, 'en', ${table}.text_en)) end`;
