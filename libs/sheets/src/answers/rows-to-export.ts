import { type Bind, filterConditions, type GroupAnswer, groupAnswers, type QueueFilter } from '#lib/consideration';
import type { Queryable } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { type PointNow, type RemarkNow, remarkColumns, remarksNow, withPoints } from './row-facts.js';

/** Which rows are wanted: those of the queue with the same filter; all when nothing is said. */
export type RowFilter = Pick<QueueFilter, 'undecidedOnly' | 'kind' | 'clause'>;

/** One row of the sheet: a point of a remark, or of the group that the remark stands for. */
export interface RowToExport {
  readonly remark: RemarkNow;
  /** From 1. */
  readonly position: number;
  readonly point: PointNow | null;
  readonly group: GroupAnswer | null;
}

const GROUPS_AT_ONCE = 100;
const REMARKS_AT_ONCE = 500;

/**
 * Groups by their number, then remarks by themselves in the order of arrival, a page at a time by key: however many there are, no
 * more than a page is in memory, and no connection is held between pages.
 */
export async function* rowsToExport(
  q: Queryable,
  discussionId: string,
  filter: RowFilter,
): AsyncGenerator<RowToExport> {
  yield* groupRows(q, discussionId, filter);
  yield* remarkRows(q, discussionId, filter);
}

async function* groupRows(q: Queryable, discussionId: string, filter: RowFilter): AsyncGenerator<RowToExport> {
  for (let after = 0; ;) {
    const groups: { no: number }[] = await q.query<{ no: number }>(
      `select no from remark_group where discussion_id = $1 and dissolved_at is null and no > $2
        order by no limit ${GROUPS_AT_ONCE}`,
      [discussionId, after],
    );
    const nos = groups.map(({ no }) => no);
    const answers = await groupAnswers(q, discussionId, nos);
    const shown = await remarksNow(
      q,
      answers.map(({ representativeId }) => representativeId),
    );
    for (const group of answers) {
      const remark = shown.get(group.representativeId);
      if (!remark || !isWanted(remark, group, filter)) continue;
      const point = remark.points.find(({ position }) => position === group.position) ?? null;
      yield { remark, position: group.position, point, group };
    }
    if (groups.length < GROUPS_AT_ONCE) return;
    after = nos.at(-1) ?? after;
  }
}

const isWanted = ({ kind, anchors }: RemarkNow, { decided, standing }: GroupAnswer, filter: RowFilter): boolean =>
  (!filter.undecidedOnly || decided < standing) &&
  (filter.kind === undefined || filter.kind === kind) &&
  (filter.clause === undefined ||
    (filter.clause === 'whole-draft' ? anchors.length === 0 : anchors.includes(filter.clause)));

async function* remarkRows(q: Queryable, discussionId: string, filter: RowFilter): AsyncGenerator<RowToExport> {
  type Page = (Omit<RemarkNow, 'points'> & { readonly receivedAt: Instant })[];
  for (let after: { receivedAt: Instant; id: string } | undefined; ;) {
    const parameters: unknown[] = [discussionId];
    const bind: Bind = (value) => `$${parameters.push(value)}`;
    const conditions = filterConditions(filter, bind, '');
    if (after)
      conditions.push(`(r.received_at, r.id) > (${bind(after.receivedAt)}::timestamptz, ${bind(after.id)}::uuid)`);
    const page: Page = await q.query<Page[number]>(remarksSql(conditions), parameters);
    for (const remark of await withPoints(q, page)) {
      if (remark.points.length === 0) yield { remark, position: 1, point: null, group: null };
      for (const point of remark.points) yield { remark, position: point.position, point, group: null };
    }
    if (page.length < REMARKS_AT_ONCE) return;
    after = page.at(-1);
  }
}

const remarksSql = (conditions: readonly string[]): string => `
  select ${remarkColumns}, r.received_at as "receivedAt" from remark r
   where r.discussion_id = $1 and r.state = 'RECEIVED'
     and not exists (select from remark_group_member m where m.remark_id = r.id and m.left_at is null)
     ${conditions.map((condition) => `and ${condition}`).join(' ')}
   order by r.received_at, r.id
   limit ${REMARKS_AT_ONCE}`;
