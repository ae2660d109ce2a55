import { Database } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { assertOwnDiscussion } from '#lib/discussion';
import { filterConditions, type QueueFilter } from './queue-filter.js';

/** Numbers of the remarks before and after one in the queue, under the same filter. */
export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
}

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
    const [row] = await this.database.query<Neighbours>(
      `with here as (select received_at, id from remark where id = $2)
       select (${nearest('<', 'desc', conditions)}) as previous, (${nearest('>', 'asc', conditions)}) as next`,
      parameters,
    );
    return row ?? { previous: null, next: null };
  }
}

const nearest = (side: '<' | '>', order: 'asc' | 'desc', conditions: readonly string[]): string => `
  select r.number from remark r, here
   where ${['r.discussion_id = $1', `r.state = 'RECEIVED'`, ...conditions].join(' and ')}
     and (r.received_at, r.id) ${side} (here.received_at, here.id)
   order by r.received_at ${order}, r.id ${order} limit 1`;
