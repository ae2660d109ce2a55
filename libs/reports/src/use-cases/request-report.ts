import { Transactions } from '#lib/database';
import { Outbox } from '#lib/jobs';
import { type Actor, isId, system } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { DiscussionNotClosed, ReportFrozen, ReportNotFound } from '../domain/errors.js';
import { isFrozen } from '../domain/report-lifecycle.js';
import { reportRequested } from '../events.js';
import { lockForReport } from '../persistence/lock-for-report.js';
import { Reports } from '../persistence/reports.repository.js';

@Injectable()
export class RequestReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: Reports,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Asks the worker to assemble the report (again), through the outbox: after the last decision, or when it is missing.
   * @throws DomainError `not-found` for another body's discussion, `wrong-state` when it is not closed, `report-frozen` when
   *   the report is signed
   */
  execute(discussionId: string, actor: Actor = system('reconciler')): Promise<void> {
    return this.transactions.run(async (tx) => {
      const discussion = isId(discussionId) ? await lockForReport(tx, discussionId) : undefined;
      const isOwn = actor.kind === 'system' || (actor.kind === 'officer' && actor.bodyId === discussion?.developerId);
      if (!discussion || !isOwn) throw new ReportNotFound({ discussionId });
      if (discussion.state !== 'CLOSED') throw new DiscussionNotClosed(discussionId, discussion.state);
      const standing = await this.reports.standing(tx, discussionId);
      if (standing && isFrozen(standing.state)) throw new ReportFrozen(standing.id);
      await this.outbox.emit(tx, reportRequested, { discussionId });
    });
  }
}
