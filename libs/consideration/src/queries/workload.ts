import { Database } from '#lib/database';
import type { Actor, LegalDay } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { assertOwnDiscussion } from '#lib/discussion';
import { filterConditions, type QueueFilter } from './queue-filter.js';

/** How many standing remarks of a discussion each view of the queue has. */
export interface Workload {
  readonly undecided: number;
  readonly mine: number;
  readonly nobody: number;
  readonly overdue: number;
  readonly flagged: number;
  readonly unconfirmed: number;
}

@Injectable()
export class WorkloadOf {
  constructor(private readonly database: Database) {}

  /**
   * @param today a day before which work is overdue
   * @throws DomainError `not-found` for another body's discussion
   */
  async execute(discussionId: string, actor: Actor, today: LegalDay): Promise<Workload> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const parameters: unknown[] = [discussionId];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const count = (filter: QueueFilter) => {
      const conditions = filterConditions(filter, bind, actor.kind === 'officer' ? actor.id : '');
      return `(count(*) filter (where ${conditions.join(' and ')}))::int`;
    };
    const [row] = await this.database.query<Workload>(
      `select ${count({ undecidedOnly: true })} as undecided,
              ${count({ undecidedOnly: true, worker: 'mine' })} as mine,
              ${count({ undecidedOnly: true, worker: 'nobody' })} as nobody,
              ${count({ undecidedOnly: true, dueBy: today })} as overdue,
              ${count({ flaggedOnly: true })} as flagged,
              ${count({ unconfirmedOnly: true })} as unconfirmed
         from remark r where r.discussion_id = $1 and r.state = 'RECEIVED'`,
      parameters,
    );
    return row ?? { undecided: 0, mine: 0, nobody: 0, overdue: 0, flagged: 0, unconfirmed: 0 };
  }
}
