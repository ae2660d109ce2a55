import { Database } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { GroupingRun } from '../../domain/grouping/grouping-run.js';
import { GroupingRuns } from '../../persistence/grouping/grouping-runs.js';
import { assertOwnDiscussion } from '../own-discussion.js';

@Injectable()
export class GroupingProgress {
  constructor(
    private readonly database: Database,
    private readonly runs: GroupingRuns,
  ) {}

  /**
   * How far the newest search of a discussion is; undefined when there was none.
   * @throws DomainError `not-found` for another body's
   */
  async of(discussionId: string, actor: Actor): Promise<GroupingRun | undefined> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    return this.runs.latest(this.database, discussionId);
  }
}
