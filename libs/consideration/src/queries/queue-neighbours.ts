import { Database } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { assertOwnDiscussion } from '#lib/discussion';
import { type Outcome, type OutcomeLabel, outcomeLabel } from '../domain/outcome.js';
import { filterConditions, type QueueFilter } from './queue-filter.js';

/** A remark of the queue beside another one. */
export interface Neighbour {
  readonly number: string;
  readonly kind: 'REMARK' | 'PROPOSAL';
  /** The beginning of its text, 200 characters at most. */
  readonly beginning: string;
  readonly outcome: OutcomeLabel;
}

/** The remarks around one in the queue, under the same filter, in the order of the queue: the nearest stand last before, first after. */
export interface Neighbours {
  readonly before: readonly Neighbour[];
  readonly after: readonly Neighbour[];
}

/** On each side. */
const MOST = 6;

type Row = Omit<Neighbour, 'outcome'> & { readonly isBefore: boolean; readonly outcomes: readonly (Outcome | null)[] };

@Injectable()
export class QueueNeighbours {
  constructor(private readonly database: Database) {}

  /**
   * Where an officer goes from a remark without going back to the list; the remark itself need not be in the filter any more.
   * @throws DomainError `not-found` for another body's discussion
   */
  async of(
    { id, discussionId }: { readonly id: string; readonly discussionId: string },
    actor: Actor,
    filter: QueueFilter = {},
  ): Promise<Neighbours> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const parameters: unknown[] = [discussionId, id];
    const conditions = filterConditions(
      filter,
      (value) => `$${parameters.push(value)}`,
      actor.kind === 'officer' ? actor.id : '',
    );
    const rows = await this.database.query<Row>(
      `with here as (select received_at, id from remark where id = $2),
            beside as ((${nearest('<', 'desc', conditions)}) union all (${nearest('>', 'asc', conditions)}))
       select r.number, r.kind, left(r.body, 200) as beginning, b.is_before as "isBefore",
              coalesce((select json_agg(d.outcome order by p.position)
                          from point p left join decision d on d.point_id = p.id and d.superseded_at is null
                         where p.remark_id = r.id and p.retired_at is null), '[]') as outcomes
         from beside b join remark r on r.id = b.id
        order by r.received_at, r.id`,
      parameters,
    );
    const side = (isBefore: boolean) =>
      rows
        .filter((row) => row.isBefore === isBefore)
        .map(({ outcomes, isBefore: _, ...row }) => ({ ...row, outcome: outcomeLabel(outcomes) }));
    return { before: side(true), after: side(false) };
  }
}

const nearest = (side: '<' | '>', order: 'asc' | 'desc', conditions: readonly string[]): string => `
  select r.id, ${side === '<'} as is_before from remark r, here
   where ${['r.discussion_id = $1', `r.state = 'RECEIVED'`, ...conditions].join(' and ')}
     and (r.received_at, r.id) ${side} (here.received_at, here.id)
   order by r.received_at ${order}, r.id ${order} limit ${MOST}`;
