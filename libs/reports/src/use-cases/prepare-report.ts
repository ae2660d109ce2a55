import type { Transaction } from '#lib/database';
import { canonicalJson } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import { type Blocker, blocker, blockersOf } from '../domain/blockers.js';
import { buildReportData } from '../domain/build-report-data.js';
import { ReportBlocked } from '../domain/errors.js';
import type { ReportCounts } from '../domain/report-counts.js';
import type { ReportData } from '../domain/report-data.js';
import { sha256 } from '../data-hash.js';
import { countInSql } from '../persistence/count-in-sql.js';
import { ReportFactsReader } from '../persistence/report-facts.reader.js';

export interface PreparedReport {
  readonly data: ReportData;
  /** RFC 8785 text of the data, and its SHA-256 in hex. */
  readonly text: string;
  readonly hash: string;
  readonly blockers: readonly Blocker[];
}

@Injectable()
export class PrepareReport {
  constructor(private readonly reader: ReportFactsReader) {}

  /**
   * The report's data from the facts of now, counted twice (REQ-64). The caller holds the discussion's lock alone.
   * @throws DomainError `report-blocked` when the counts by rows and the counts in SQL differ
   */
  async within(tx: Transaction, discussionId: string): Promise<PreparedReport> {
    const facts = await this.reader.read(tx, discussionId);
    const profile = profileById(facts.profileId);
    const data = buildReportData(facts, profile);
    const differing = differences(data.counts, await countInSql(tx, discussionId));
    if (differing.length > 0) throw new ReportBlocked(differing);
    const text = canonicalJson(data);
    return { data, text, hash: sha256(text), blockers: blockersOf(data, profile.decisions.minimumGroundLength) };
  }
}

/** The figures that the two ways of counting do not agree on, by name. */
export const differences = (byRows: ReportCounts, inSql: ReportCounts): Blocker[] =>
  (Object.keys(byRows) as (keyof ReportCounts)[])
    .map((figure) => ({ figure, rows: canonicalJson(byRows[figure]), sql: canonicalJson(inSql[figure]) }))
    .filter(({ rows, sql }) => rows !== sql)
    .map(({ figure, rows, sql }) =>
      blocker('counts-differ', 'REQ-64', { detail: `${figure}: ${rows} by rows, ${sql} in SQL` }),
    );
