import { patternWithin } from '#lib/database';
import type { ReportRow } from '../domain/report-data.js';

/** Which rows of the table a reader wants. What a row says of a group goes for each of its members. */
export interface RowFilter {
  readonly outcome?: 'TAKEN_INTO_ACCOUNT' | 'NOT_TAKEN_INTO_ACCOUNT' | 'PARTLY';
  readonly kind?: ReportRow['kind'];
  /** Lineage id of a clause of the discussed draft; `whole-draft` for rows about none. */
  readonly clause?: string;
  /** A remark's public number, also of a member of a group. */
  readonly number?: string;
  /** Words that the remark, its proposed wording, a member of its group or the ground of the decision has. */
  readonly words?: string;
}

type Bind = (value: unknown) => string;

/** The conditions of a filter on `report_row w`. */
export function rowConditions({ outcome, kind, clause, number, words }: RowFilter, bind: Bind): string[] {
  const conditions: string[] = [];
  const both = `${outcomes} @> '["TAKEN_INTO_ACCOUNT", "NOT_TAKEN_INTO_ACCOUNT"]'`;
  if (outcome === 'PARTLY') conditions.push(both);
  else if (outcome) conditions.push(`${outcomes} @> to_jsonb(${bind(outcome)}::text) and not (${both})`);
  if (kind) conditions.push(`w.data::jsonb->>'kind' = ${bind(kind)}`);
  if (clause) conditions.push(aboutClause(clause, bind));
  if (number) conditions.push(`w.ordinal in (${rowsOfRemarks(`m.number = ${bind(number)}`)})`);
  if (words) conditions.push(withWords(bind(patternWithin(words))));
  return conditions;
}

const outcomes = `jsonb_path_query_array(w.data::jsonb, '$.points[*].decision.outcome')`;

/** Rows by what their remarks say; a list that is made once, not once a row. */
const rowsOfRemarks = (condition: string): string =>
  `select m.row_ordinal from report_remark m where m.report_id = $1 and m.row_ordinal is not null and ${condition}`;

function aboutClause(clause: string, bind: Bind): string {
  const isAbout = (about: string, place: string) =>
    clause === 'whole-draft'
      ? `${about} = '[]'`
      : `${about} @> jsonb_build_array(jsonb_build_object('lineageId', ${place}::text))`;
  const place = clause === 'whole-draft' ? '' : bind(clause);
  const ofMembers = rowsOfRemarks(isAbout(`m.data::jsonb #> '{own,about}'`, place));
  return `(${isAbout(`w.data::jsonb->'about'`, place)} or w.ordinal in (${ofMembers}))`;
}

/** Whether the words of a remark have been erased since; a signed report keeps them, pages do not show them (decision 22). */
export const isErased = (number: string): string =>
  `exists (select from remark x where x.number = ${number} and x.erased_at is not null)`;

/** Erased words find nothing: that a row is found would tell them. The grounds are the body's own. */
function withWords(like: string): string {
  const said = ['text', 'proposedWording'];
  const ofRow = said.map((part) => `w.data::jsonb->>'${part}' ilike ${like}`).join(' or ');
  const ofMembers = said.map((part) => `m.data::jsonb #>> '{own,${part}}' ilike ${like}`).join(' or ');
  const ofGrounds = `exists (select from jsonb_path_query(w.data::jsonb, '$.points[*].decision.ground.*') as g (ground)
    where g.ground #>> '{}' ilike ${like})`;
  const members = rowsOfRemarks(`(${ofMembers}) and not ${isErased('m.number')}`);
  return `((${ofRow}) and not ${isErased('w.number')} or ${ofGrounds} or w.ordinal in (${members}))`;
}
