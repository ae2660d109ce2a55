import { Database } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { GroupingRun } from '../../domain/grouping/grouping-run.js';
import { GroupingRuns } from '../../persistence/grouping/grouping-runs.js';
import { assertOwnDiscussion } from '#lib/discussion';

export interface SearchForSimilar {
  /** Whether remarks may be grouped now: after the close, until the report is signed. */
  readonly isOpen: boolean;
  /** The newest search; null when there was none. */
  readonly run: GroupingRun | null;
}

@Injectable()
export class GroupingProgress {
  constructor(
    private readonly database: Database,
    private readonly runs: GroupingRuns,
  ) {}

  /**
   * How far the search for similar remarks of a discussion is.
   * @throws DomainError `not-found` for another body's
   */
  async of(discussionId: string, actor: Actor): Promise<SearchForSimilar> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const [row] = await this.database.query<{ isOpen: boolean }>('select grouping_is_open($1) as "isOpen"', [
      discussionId,
    ]);
    const run = await this.runs.latest(this.database, discussionId);
    return { isOpen: row?.isOpen ?? false, run: run ?? null };
  }
}
