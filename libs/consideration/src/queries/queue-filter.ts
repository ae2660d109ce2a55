import { patternWithin } from '#lib/database';
import { DomainError, type Instant, instant, isId, type LegalDay } from '#lib/kernel';

/** Which of the standing remarks an officer wants to see. */
export interface QueueFilter {
  readonly undecidedOnly?: boolean;
  readonly kind?: 'REMARK' | 'PROPOSAL';
  /** Lineage id of a clause; `whole-draft` for remarks anchored to none. */
  readonly clause?: string;
  /** `mine`, `nobody`, or an officer's id. */
  readonly worker?: string;
  readonly flaggedOnly?: boolean;
  /** Assigned ones that are due on this day or before it. */
  readonly dueBy?: LegalDay;
  /** Decided ones that wait for a second officer. */
  readonly unconfirmedOnly?: boolean;
  /** Those whose sender was confirmed on line, or those whose was not (decision 30). */
  readonly senderConfirmed?: boolean;
  /** Those that their senders have signed (decision 34). */
  readonly signedOnly?: boolean;
  /** Words that the remark, or its number, has. */
  readonly words?: string;
}

/** Puts a value among the parameters of a statement and gives its place, as `$3`. */
export type Bind = (value: unknown) => string;

const LIVE = 'p.remark_id = r.id and p.retired_at is null';
const CURRENT = 'd.point_id = p.id and d.superseded_at is null';

/** The conditions of a filter on `remark r`; `mine` is the officer who looks. */
export function filterConditions(filter: QueueFilter, bind: Bind, mine: string): string[] {
  const { undecidedOnly, kind, clause, worker, flaggedOnly, dueBy, unconfirmedOnly, senderConfirmed, words } = filter;
  const { signedOnly } = filter;
  const conditions: string[] = [];
  if (kind) conditions.push(`r.kind = ${bind(kind)}`);
  if (clause === 'whole-draft') conditions.push(`r.anchors = '{}'`);
  else if (clause) conditions.push(`r.anchors && array[${bind(idOf(clause, 'clause'))}::uuid]`);
  if (undecidedOnly) conditions.push(UNDECIDED);
  if (unconfirmedOnly) conditions.push(UNCONFIRMED);
  if (worker === 'nobody') conditions.push('not exists (select from remark_assignment a where a.remark_id = r.id)');
  else if (worker)
    conditions.push(assigned(`a.officer_id = ${bind(worker === 'mine' ? mine : idOf(worker, 'worker'))}`));
  if (dueBy) conditions.push(assigned(`a.due_on <= ${bind(dueBy)}`));
  if (flaggedOnly) conditions.push('exists (select from remark_flag f where f.remark_id = r.id)');
  if (senderConfirmed !== undefined) conditions.push(`r.confirmation is ${senderConfirmed ? 'not ' : ''}null`);
  if (signedOnly) conditions.push(`r.confirmation = 'SIGNATURE'`);
  if (words)
    conditions.push(`(r.body ilike ${bind(patternWithin(words))} or r.number ilike ${bind(patternWithin(words))})`);
  return conditions;
}

/** Without a point, or with one that has no decision yet (REQ-50). */
export const UNDECIDED = `(not exists (select from point p where ${LIVE}) or exists (
  select from point p where ${LIVE} and not exists (select from decision d where ${CURRENT})))`;

const UNCONFIRMED = `exists (select from point p join decision d on ${CURRENT} where ${LIVE}
  and not exists (select from decision_confirmation c where c.decision_id = d.id))`;

const assigned = (condition: string) =>
  `exists (select from remark_assignment a where a.remark_id = r.id and ${condition})`;

function idOf(value: string, field: string): string {
  if (isId(value)) return value;
  throw notInList(field);
}

const CURSOR = /^(\S+Z)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The place in the queue that a cursor names. @throws DomainError `invalid-input` */
export function cursorOf(after: string): { receivedAt: Instant; id: string } {
  const [, at = '', id = ''] = CURSOR.exec(after) ?? [];
  try {
    return { receivedAt: instant(at), id };
  } catch {
    throw notInList('after');
  }
}

const notInList = (field: string) => new DomainError('invalid-input', `${field} is none of this list`, { field });
