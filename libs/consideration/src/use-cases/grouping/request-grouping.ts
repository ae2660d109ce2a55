import { type Transaction, Transactions } from '#lib/database';
import { Outbox } from '#lib/jobs';
import type { Actor } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { groupingRequested } from '../../events.js';
import { assertGroupingOpen, isGroupingOpen } from '../../persistence/grouping/open-discussion.js';
import { GroupingRuns } from '../../persistence/grouping/grouping-runs.js';

@Injectable()
export class RequestGrouping {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: GroupingRuns,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Asks for a search for similar remarks (REQ-44): by an officer of the developing body at any time after the close, for
   * letters may have been entered since; by the system once, after the close, unless the report is
   * signed by then. While one runs another is not begun.
   * @throws DomainError `not-found` (also for another body's), `not-allowed`, `wrong-state` before the close, `report-frozen`
   */
  execute(discussionId: string, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, discussionId, actor));
  }

  async within(tx: Transaction, discussionId: string, actor: Actor): Promise<void> {
    if (actor.kind === 'system') {
      if ((await this.runs.latest(tx, discussionId)) || !(await isGroupingOpen(tx, discussionId))) return;
    } else {
      await assertGroupingOpen(tx, discussionId, actor);
    }
    const runId = await this.runs.add(tx, discussionId, actorLabel(actor));
    if (runId !== undefined) await this.outbox.emit(tx, groupingRequested, { runId });
  }
}
