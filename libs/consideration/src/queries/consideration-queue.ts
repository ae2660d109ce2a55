import { Database } from '#lib/database';
import {
  assertOwnDiscussion,
  type SealedSender,
  sealedSenderOf,
  type SenderDetails,
  type SenderKind,
  Senders,
} from '#lib/discussion';
import type { Actor, Instant, LegalDay, Page, PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type Outcome, type OutcomeLabel, outcomeLabel } from '../domain/outcome.js';
import { cursorOf, filterConditions, type QueueFilter } from './queue-filter.js';

/** What an officer sees of a remark; the sender is for officials only (REQ-46). */
export interface QueueItem {
  readonly id: string;
  readonly number: string;
  readonly kind: 'REMARK' | 'PROPOSAL';
  readonly receivedAt: Instant;
  readonly body: string;
  readonly proposedWording: string | null;
  readonly anchors: readonly { readonly lineageId: string; readonly label: string }[];
  readonly sender: SenderDetails & { readonly kind: SenderKind };
  /** How the sender was confirmed on line; null: was not (decision 30). */
  readonly confirmation: 'EMAIL' | 'PROVIDER' | 'SIGNATURE' | null;
  readonly points: readonly {
    readonly position: number;
    readonly outcome: Outcome | null;
    readonly isConfirmed: boolean;
  }[];
  readonly outcome: OutcomeLabel;
  /** Who works on it; null while nobody does. */
  readonly worker: { readonly id: string; readonly name: string; readonly dueOn: LegalDay | null } | null;
  readonly isFlagged: boolean;
  /** Of the group it is answered with; null alone. */
  readonly groupNo: number | null;
  readonly notes: number;
}

type Row = Omit<QueueItem, 'outcome' | 'sender'> & {
  readonly senderKind: SenderKind;
  readonly sender: SealedSender | null;
};

@Injectable()
export class ConsiderationQueue {
  constructor(
    private readonly database: Database,
    private readonly senders: Senders,
  ) {}

  /**
   * The standing remarks of one discussion in order of arrival, for officers of the developing body.
   * @throws DomainError `not-found` for another body's discussion, `invalid-input` for a cursor or filter that is none
   */
  async of(discussionId: string, actor: Actor, page: PageRequest, filter: QueueFilter = {}): Promise<Page<QueueItem>> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const parameters: unknown[] = [discussionId];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = filterConditions(filter, bind, actor.kind === 'officer' ? actor.id : '');
    if (page.after) {
      const { receivedAt, id } = cursorOf(page.after);
      conditions.push(`(r.received_at, r.id) > (${bind(receivedAt)}::timestamptz, ${bind(id)}::uuid)`);
    }
    const rows = await this.database.query<Row>(queueSql(conditions, bind(page.size + 1)), parameters);
    const items = rows.slice(0, page.size).map(({ senderKind: kind, sender, ...row }) => ({
      ...row,
      sender: { kind, ...this.senders.open(sender) },
      outcome: outcomeLabel(row.points.map(({ outcome }) => outcome)),
    }));
    const last = items.at(-1);
    return { items, ...(last && rows.length > page.size ? { next: `${last.receivedAt}_${last.id}` } : {}) };
  }
}

const queueSql = (conditions: readonly string[], limit: string): string => `
  select r.id, r.number, r.kind, r.received_at as "receivedAt", r.body, r.proposed_wording as "proposedWording",
         coalesce((select json_agg(json_build_object('lineageId', c.lineage_id, 'label', c.label) order by c.position)
                     from clause c where c.version_id = s.version_id and c.lineage_id = any(r.anchors)), '[]') as anchors,
         r.sender_kind as "senderKind", r.confirmation, ${sealedSenderOf('w')} as sender,
         coalesce((select json_agg(json_build_object('position', p.position, 'outcome', d.outcome, 'isConfirmed', exists (
                            select from decision_confirmation c where c.decision_id = d.id)) order by p.position)
                     from point p left join decision d on d.point_id = p.id and d.superseded_at is null
                    where p.remark_id = r.id and p.retired_at is null), '[]') as points,
         (select json_build_object('id', o.id, 'name', o.name, 'dueOn', a.due_on)
            from remark_assignment a join officer o on o.id = a.officer_id where a.remark_id = r.id) as worker,
         exists (select from remark_flag f where f.remark_id = r.id) as "isFlagged",
         (select m.group_no from standing_member m where m.remark_id = r.id) as "groupNo",
         (select count(*)::int from remark_note n where n.remark_id = r.id) as notes
    from remark r
    join discussion s on s.id = r.discussion_id
    left join sealed_sender w on w.subject_id = r.id
   where ${['r.discussion_id = $1', `r.state = 'RECEIVED'`, ...conditions].join(' and ')}
   order by r.received_at, r.id
   limit ${limit}`;
