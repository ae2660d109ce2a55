import { type Transaction, Transactions } from '#lib/database';
import { canonicalJson, CLOCK, type Clock } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { countsDiffering } from '../domain/counts-differing.js';
import type { Progress } from '../domain/run-cancelled.js';
import { changesSince } from '../persistence/changes-since.js';
import { countInSql } from '../persistence/count-in-sql.js';
import { keepFacts } from '../persistence/facts-digest.js';
import { hashOfReport } from '../persistence/hash-of-report.js';
import { readGroups } from '../persistence/read-groups.js';
import { readHead } from '../persistence/read-head.js';
import { readRemarks } from '../persistence/read-remarks.js';
import { addPage, type ReportPage } from '../persistence/report-rows.js';
import { ReportRuns } from '../persistence/report-runs.repository.js';
import { Reports } from '../persistence/reports.repository.js';
import { WhatWaits } from '../persistence/what-waits.js';
import { RemarksWalk } from './remarks-walk.js';

/** Minutes that one statement of an assembly may take: the digest of a million remarks is one. */
const PATIENCE = 15;

@Injectable()
export class AssembleData {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: Reports,
    private readonly runs: ReportRuns,
    private readonly waits: WhatWaits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The data of a new version from one snapshot of the facts, page by page (A2, REQ-60-68); nothing is locked meanwhile: what
   * changes later is found before the signature. Counts are made twice (REQ-64).
   * @returns the version, or the one that stands already when the facts are still the same
   */
  execute(
    run: { readonly id: string; readonly discussionId: string },
    progress: Progress,
  ): Promise<{ reportId: string; isNew: boolean }> {
    const { id: runId, discussionId } = run;
    return this.transactions.onSnapshot(PATIENCE, async (tx) => {
      const standing = await this.reports.unsigned(tx, discussionId);
      if (standing && (await changesSince(tx, standing)).length === 0) return { reportId: standing.id, isNew: false };
      const { id: reportId } = await this.reports.begin(tx, discussionId, this.clock.now());
      await this.fill(tx, discussionId, reportId, progress);
      await this.runs.keepReport(tx, runId, reportId);
      return { reportId, isNew: true };
    });
  }

  private async fill(tx: Transaction, discussionId: string, reportId: string, progress: Progress): Promise<void> {
    const reading = await readHead(tx, discussionId);
    const groups = await readGroups(tx, discussionId);
    const inSql = await countInSql(tx, discussionId);
    const walk = new RemarksWalk(reading, { ...reading, groups });
    await this.walk(tx, { discussionId, reportId }, walk, (done) => progress(done, inSql.received.total));
    const counts = walk.tally.counts(groups.values(), inSql.late);
    walk.blockers.add(await this.waits.of(tx, discussionId));
    walk.blockers.add(countsDiffering(counts, inSql));
    const head = walk.head(counts);
    await keepFacts(tx, discussionId, reportId);
    const hash = await hashOfReport(tx, reportId, head);
    await this.reports.complete(tx, reportId, { text: canonicalJson(head), hash }, walk.blockers);
  }

  /**
   * While one page is worked on here, the database writes the one before and reads the next: one statement after the other, for a
   * transaction has one connection.
   */
  private async walk(
    tx: Transaction,
    { discussionId, reportId }: { readonly discussionId: string; readonly reportId: string },
    walk: RemarksWalk,
    progress: (done: number) => Promise<void>,
  ): Promise<void> {
    const pages = readRemarks(tx, discussionId);
    const writeAndRead = async (made: ReportPage | undefined) => {
      if (made) await addPage(tx, reportId, made);
      return pages.next();
    };
    let made: ReportPage | undefined;
    let read = await pages.next();
    while (!read.done) {
      [read, made] = await Promise.all([writeAndRead(made), walk.page(read.value)]);
      await progress(walk.passed);
    }
    if (made) await addPage(tx, reportId, made);
  }
}
