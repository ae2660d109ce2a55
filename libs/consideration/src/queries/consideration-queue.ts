import { Database } from '#lib/database';
import { assertOwnDiscussion } from '#lib/discussion';
import { type Actor, DomainError, type Instant, instant, isId, type Page, type PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type Outcome, type OutcomeLabel, outcomeLabel } from '../domain/outcome.js';

export interface QueueFilter {
  readonly undecidedOnly?: boolean;
  readonly kind?: 'REMARK' | 'PROPOSAL';
  /** Lineage id of a clause; `whole-draft` for remarks anchored to none. */
  readonly clause?: string;
}

/** What an officer sees of a remark; the sender is for officials only (REQ-46). */
export interface QueueItem {
  readonly id: string;
  readonly number: string;
  readonly kind: 'REMARK' | 'PROPOSAL';
  readonly receivedAt: Instant;
  readonly body: string;
  readonly proposedWording: string | null;
  readonly anchors: readonly { readonly lineageId: string; readonly label: string }[];
  readonly sender: {
    readonly kind: 'INDIVIDUAL' | 'LEGAL_ENTITY' | 'GROUP';
    readonly name: string | null;
    readonly email: string | null;
    readonly organisation: string | null;
    readonly bin: string | null;
    readonly representativeGround: string | null;
  };
  readonly points: readonly { readonly position: number; readonly outcome: Outcome | null }[];
  readonly outcome: OutcomeLabel;
}

type Row = Omit<QueueItem, 'outcome'>;

@Injectable()
export class ConsiderationQueue {
  constructor(private readonly database: Database) {}

  /**
   * The standing remarks of one discussion in order of arrival, for officers of the developing body.
   * @throws DomainError `not-found` for another body's discussion, `invalid-input` for a cursor that is none
   */
  async of(discussionId: string, actor: Actor, page: PageRequest, filter: QueueFilter = {}): Promise<Page<QueueItem>> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const parameters: unknown[] = [discussionId];
    const conditions = conditionsOf(filter, page.after, (value) => `$${parameters.push(value)}`);
    const rows = await this.database.query<Row>(queueSql(conditions, `$${parameters.push(page.size + 1)}`), parameters);
    const items = rows.slice(0, page.size).map((row) => ({
      ...row,
      outcome: outcomeLabel(row.points.map(({ outcome }) => outcome)),
    }));
    const last = items.at(-1);
    return { items, ...(last && rows.length > page.size ? { next: `${last.receivedAt}_${last.id}` } : {}) };
  }
}

function conditionsOf(filter: QueueFilter, after: string | undefined, bind: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  if (filter.kind) conditions.push(`r.kind = ${bind(filter.kind)}`);
  if (filter.clause === 'whole-draft') conditions.push(`r.anchors = '{}'`);
  else if (filter.clause && !isId(filter.clause)) throw notInList('clause');
  else if (filter.clause) conditions.push(`r.anchors && array[${bind(filter.clause)}::uuid]`);
  if (filter.undecidedOnly) {
    conditions.push(`(not exists (select from point p where p.remark_id = r.id) or exists (
      select from point p where p.remark_id = r.id and not exists (
        select from decision d where d.point_id = p.id and d.superseded_at is null)))`);
  }
  if (after) {
    const { receivedAt, id } = cursorOf(after);
    conditions.push(`(r.received_at, r.id) > (${bind(receivedAt)}::timestamptz, ${bind(id)}::uuid)`);
  }
  return conditions;
}

const CURSOR = /^(\S+Z)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

function cursorOf(after: string): { receivedAt: Instant; id: string } {
  const [, at = '', id = ''] = CURSOR.exec(after) ?? [];
  try {
    return { receivedAt: instant(at), id };
  } catch {
    throw notInList('after');
  }
}

const notInList = (field: string) => new DomainError('invalid-input', `${field} is none of this list`, { field });

const queueSql = (conditions: readonly string[], limit: string): string => `
  select r.id, r.number, r.kind, r.received_at as "receivedAt", r.body, r.proposed_wording as "proposedWording",
         coalesce((select json_agg(json_build_object('lineageId', c.lineage_id, 'label', c.label) order by c.position)
                     from clause c where c.version_id = s.version_id and c.lineage_id = any(r.anchors)), '[]') as anchors,
         json_build_object('kind', r.sender_kind, 'name', w.name, 'email', w.email, 'organisation', w.organisation,
                           'bin', w.bin, 'representativeGround', w.representative_ground) as sender,
         coalesce((select json_agg(json_build_object('position', p.position, 'outcome', d.outcome) order by p.position)
                     from point p left join decision d on d.point_id = p.id and d.superseded_at is null
                    where p.remark_id = r.id), '[]') as points
    from remark r
    join discussion s on s.id = r.discussion_id
    left join remark_sender w on w.remark_id = r.id
   where ${['r.discussion_id = $1', `r.state = 'RECEIVED'`, ...conditions].join(' and ')}
   order by r.received_at, r.id
   limit ${limit}`;
