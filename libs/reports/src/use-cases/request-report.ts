import { type Transaction, Transactions } from '#lib/database';
import { Outbox } from '#lib/jobs';
import { type Actor, CLOCK, type Clock, isId, system } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { DiscussionNotClosed, ReportFrozen, ReportNotFound } from '../domain/errors.js';
import { reportRequested } from '../events.js';
import { lockForReport } from '../persistence/lock-for-report.js';
import { ReportRuns } from '../persistence/report-runs.repository.js';
import { Reports } from '../persistence/reports.repository.js';

@Injectable()
export class RequestReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: Reports,
    private readonly runs: ReportRuns,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asks for the report of a closed discussion (again): after the close, after the last decision, or when it is missing. While one
   * is being made, that one is meant.
   * @returns id of the run that makes it
   * @throws DomainError `not-found` for another body's discussion, `wrong-state` when it is not closed, `report-frozen` when the
   *   report is signed and no erratum is open
   */
  execute(discussionId: string, actor: Actor = system('reconciler')): Promise<string> {
    return this.transactions.run((tx) => this.within(tx, discussionId, actor));
  }

  async within(tx: Transaction, discussionId: string, actor: Actor): Promise<string> {
    const discussion = isId(discussionId) ? await lockForReport(tx, discussionId) : undefined;
    const isOwn = actor.kind === 'system' || (actor.kind === 'officer' && actor.bodyId === discussion?.developerId);
    if (!discussion || !isOwn) throw new ReportNotFound({ discussionId });
    if (discussion.state !== 'CLOSED') throw new DiscussionNotClosed(discussionId, discussion.state);
    if (await this.reports.isClosed(tx, discussionId)) throw new ReportFrozen(discussionId);
    const running = await this.runs.running(tx, discussionId);
    if (running) return running.id;
    const runId = await this.runs.begin(tx, discussionId, actor, this.clock.now());
    await this.outbox.emit(tx, reportRequested, { runId, discussionId });
    return runId;
  }
}
