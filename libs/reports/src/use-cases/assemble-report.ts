import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock, system } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Blocker } from '../domain/blockers.js';
import { DiscussionNotClosed, ReportFrozen, ReportNotFound } from '../domain/errors.js';
import { isFrozen } from '../domain/report-lifecycle.js';
import { reportAssembled } from '../events.js';
import { lockForReport } from '../persistence/lock-for-report.js';
import { Reports, type StoredReport } from '../persistence/reports.repository.js';
import { renderReport } from '../rendering/render-report.js';
import { type PreparedReport, PrepareReport } from './prepare-report.js';
import { ReportActs } from './report-acts.js';

export interface AssembledReport {
  readonly reportId: string;
  readonly version: number;
  /** Hex SHA-256 of the canonical data. */
  readonly hash: string;
  /** false: the data are those of the version that stands already; nothing was written. */
  readonly isNew: boolean;
  readonly blockers: readonly Blocker[];
}

export interface AssembleReportInput {
  readonly discussionId: string;
}

@Injectable()
export class AssembleReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly prepare: PrepareReport,
    private readonly reports: Reports,
    private readonly acts: ReportActs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes the report of a closed discussion anew, with its documents (R8.3, A2, REQ-60-68); also of one without remarks
   * (AMB-25). An unsigned version before it is superseded.
   * @throws DomainError `not-found` for another body's discussion, `wrong-state` when it is not closed, `report-frozen` when
   *   the report is signed, `report-blocked` when the two counts differ
   */
  execute({ discussionId }: AssembleReportInput, actor: Actor): Promise<AssembledReport> {
    return this.transactions.run(async (tx) => {
      const discussion = await lockForReport(tx, discussionId);
      if (actor.kind === 'officer' && actor.bodyId !== discussion?.developerId) {
        throw new ReportNotFound({ discussionId });
      }
      if (actor.kind === 'citizen') throw new ReportNotFound({ discussionId });
      const assembled = await this.within(tx, { discussionId }, actor);
      if (!assembled) throw new ReportFrozen(discussionId);
      return assembled;
    });
  }

  /**
   * The same for the job after the close.
   * @returns undefined when the report is signed already, or when the discussion was withdrawn (AMB-18): a job that comes late
   *   changes nothing
   */
  async within(
    tx: Transaction,
    { discussionId }: AssembleReportInput,
    actor: Actor = system('worker'),
  ): Promise<AssembledReport | undefined> {
    const discussion = await lockForReport(tx, discussionId);
    if (!discussion) throw new ReportNotFound({ discussionId });
    if (discussion.state === 'WITHDRAWN' && actor.kind === 'system') return undefined;
    if (discussion.state !== 'CLOSED') throw new DiscussionNotClosed(discussionId, discussion.state);
    const standing = await this.reports.standing(tx, discussionId);
    if (standing && isFrozen(standing.state)) return undefined;
    const prepared = await this.prepare.within(tx, discussionId);
    return this.keep(tx, discussionId, prepared, standing, actor);
  }

  private async keep(
    tx: Transaction,
    discussionId: string,
    { data, text, hash, blockers }: PreparedReport,
    standing: StoredReport | undefined,
    actor: Actor,
  ): Promise<AssembledReport> {
    if (standing?.dataSha256 === hash) {
      return { reportId: standing.id, version: standing.version, hash, isNew: false, blockers };
    }
    const at = this.clock.now();
    const { id: reportId, version } = await this.reports.add(tx, { discussionId, text, hash, blockers, at });
    await this.reports.addRenderings(tx, reportId, renderReport({ data, text, hash, version }));
    const act = {
      actor,
      act: 'report.assembled',
      event: reportAssembled,
      reportId,
      discussionId,
      version,
      hash,
    } as const;
    await this.acts.tell(tx, act);
    return { reportId, version, hash, isNew: true, blockers };
  }
}
