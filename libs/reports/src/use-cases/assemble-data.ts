import { type Transaction, Transactions } from '#lib/database';
import { isStockPhrase } from '#lib/consideration';
import { canonicalJson, CLOCK, type Clock } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';
import { BlockerList } from '../domain/blocker-list.js';
import { type BlockerRules, changesUntraced, remarkBlockers } from '../domain/blockers.js';
import { buildHead } from '../domain/build-head.js';
import { remarkOf, rowOf } from '../domain/build-row.js';
import { countsDiffering } from '../domain/counts-differing.js';
import type { ReportHead } from '../domain/report-data.js';
import type { RemarkFacts, RowContext } from '../domain/report-facts.js';
import type { Progress } from '../domain/run-cancelled.js';
import { groupFault } from '../domain/group-fault.js';
import { ReportTally } from '../domain/tally.js';
import { changesSince } from '../persistence/changes-since.js';
import { countInSql } from '../persistence/count-in-sql.js';
import { keepFacts } from '../persistence/facts-digest.js';
import { hashOfReport } from '../persistence/hash-of-report.js';
import { readGroups } from '../persistence/read-groups.js';
import { type HeadReading, readHead } from '../persistence/read-head.js';
import { readRemarks } from '../persistence/read-remarks.js';
import { addPage } from '../persistence/report-rows.js';
import { ReportRuns } from '../persistence/report-runs.repository.js';
import { Reports } from '../persistence/reports.repository.js';
import { WhatWaits } from '../persistence/what-waits.js';

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
    const walk = new Walk(reading, { ...reading, groups });
    for await (const page of readRemarks(tx, discussionId)) {
      await addPage(tx, reportId, walk.page(page));
      await progress(walk.passed, inSql.received.total);
    }
    const counts = walk.tally.counts(groups.values(), inSql.late);
    walk.blockers.add(await this.waits.of(tx, discussionId));
    walk.blockers.add(countsDiffering(counts, inSql));
    const head = walk.head(counts);
    await keepFacts(tx, discussionId, reportId);
    const hash = await hashOfReport(tx, reportId, head);
    await this.reports.complete(tx, reportId, { text: canonicalJson(head), hash }, walk.blockers);
  }
}

/** The remarks as they pass: what is written of each, and what adds up. */
class Walk {
  readonly tally = new ReportTally();
  readonly blockers = new BlockerList();
  passed = 0;
  private ordinal = 0;
  private stockPhrases = 0;
  private readonly rules: BlockerRules;
  private readonly decidedFirst = new Map<number, string>();

  constructor(
    private readonly reading: HeadReading,
    private readonly context: RowContext,
  ) {
    const { decisions, secondOfficer } = profileById(reading.facts.profileId);
    this.rules = {
      minimumGroundLength: decisions.minimumGroundLength,
      needsConfirmation: secondOfficer.decisions,
      changed: new Set(reading.facts.changes.map(({ clause }) => clause.lineageId)),
      labelOf: (id) => (context.revisedClauses.get(id) ?? context.discussedClauses.get(id))?.label ?? '?',
    };
    this.blockers.add(changesUntraced(reading.facts.changes));
  }

  page(remarks: readonly RemarkFacts[]) {
    const rows = [];
    const entries = [];
    for (const remark of remarks) {
      this.passed += 1;
      this.weigh(remark);
      const row = this.rowNumber(remark);
      if (row !== null && this.isShown(remark)) rows.push(rowOf(remark, row, this.context));
      entries.push({ ...remarkOf(remark, row, this.context), position: this.passed });
    }
    return { rows, remarks: entries };
  }

  head(counts: ReportHead['counts']): ReportHead {
    const { facts } = this.reading;
    const warnings = { ...facts.warnings, stockPhrases: this.stockPhrases };
    return buildHead({ ...facts, warnings }, counts, profileById(facts.profileId));
  }

  private weigh(remark: RemarkFacts): void {
    this.tally.add(remark);
    this.blockers.add(remarkBlockers(remark, this.rules));
    for (const { decision } of remark.state === 'RECEIVED' ? remark.points : []) {
      if (decision && (isStockPhrase(decision.groundRu) || isStockPhrase(decision.groundKk))) this.stockPhrases += 1;
    }
    const apart = groupFault(remark, this.decidedFirst);
    if (apart) this.blockers.add([apart]);
  }

  private isShown({ groupNo, number }: RemarkFacts): boolean {
    const group = groupNo === null ? undefined : this.context.groups.get(groupNo);
    return !group || group.shown === number;
  }

  /** Where a remark is answered: a row of its own, counted as they come, or that of its group, known beforehand. */
  private rowNumber(remark: RemarkFacts): number | null {
    if (remark.state !== 'RECEIVED') return null;
    if (this.isShown(remark)) this.ordinal += 1;
    const group = remark.groupNo === null ? undefined : this.context.groups.get(remark.groupNo);
    return group ? group.ordinal : this.ordinal;
  }
}
