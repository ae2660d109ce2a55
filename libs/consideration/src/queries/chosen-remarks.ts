import { Database } from '#lib/database';
import { assertOwnDiscussion } from '#lib/discussion';
import { type Actor, DomainError } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { MOST_AT_ONCE } from '../domain/most-at-once.js';
import { filterConditions, type QueueFilter } from './queue-filter.js';

/** Remarks an officer picks out of the queue: one by one by their numbers, or all that a filter finds. */
export type RemarkChoice = { readonly numbers: readonly string[] } | { readonly filter: QueueFilter };

@Injectable()
export class ChosenRemarks {
  constructor(private readonly database: Database) {}

  /**
   * Ids of the standing ones among them, in order of arrival.
   * @throws DomainError `not-found` for another body's discussion, `invalid-input` for none and for more than 5,000
   */
  async of(discussionId: string, actor: Actor, choice: RemarkChoice): Promise<string[]> {
    const rows = await this.select<{ id: string }>(
      discussionId,
      actor,
      choice,
      `r.id`,
      `order by r.received_at, r.id limit ${MOST_AT_ONCE + 1}`,
    );
    if (rows.length === 0) throw refusal('none-chosen');
    if (rows.length > MOST_AT_ONCE) throw refusal('too-many-chosen');
    return rows.map(({ id }) => id);
  }

  /** How many a filter finds. @throws DomainError `not-found` for another body's discussion */
  async count(discussionId: string, actor: Actor, filter: QueueFilter): Promise<number> {
    const [row] = await this.select<{ n: number }>(discussionId, actor, { filter }, 'count(*)::int as n', '');
    return row?.n ?? 0;
  }

  private async select<Row extends object>(
    discussionId: string,
    actor: Actor,
    choice: RemarkChoice,
    columns: string,
    tail: string,
  ): Promise<Row[]> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const parameters: unknown[] = [];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const conditions =
      'numbers' in choice
        ? [`r.number = any(${bind(choice.numbers)}::text[])`]
        : filterConditions(choice.filter, bind, actor.kind === 'officer' ? actor.id : '');
    const where = [`r.discussion_id = ${bind(discussionId)}`, `r.state = 'RECEIVED'`, ...conditions].join(' and ');
    return this.database.query<Row>(`select ${columns} from remark r where ${where} ${tail}`, parameters);
  }
}

const refusal = (fault: 'none-chosen' | 'too-many-chosen') =>
  new DomainError('invalid-input', `1 to ${MOST_AT_ONCE} remarks are chosen`, {
    faults: [{ field: 'numbers', fault, most: MOST_AT_ONCE }],
  });
