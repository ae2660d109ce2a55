import { DraftTexts, type StoredClause } from '#lib/drafting';
import {
  type AnsweredRemark,
  type ClauseFigures,
  ReportClauses,
  type ReportRow,
  ReportRowsOf,
  type RowFilter,
} from '#lib/reports';
import type { PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

/** Members of a group that are named beside their row; the rest is in the files. */
const NAMED = 20;

/** A row with the first numbers of the remarks it answers. */
export interface RowOfTable {
  readonly row: ReportRow;
  readonly numbers: readonly string[];
}

/** The table of a published report, and what the whole of it says of each part of the draft. */
@Injectable()
export class ReportTable {
  constructor(
    private readonly rows: ReportRowsOf,
    private readonly figures: ReportClauses,
    private readonly texts: DraftTexts,
  ) {}

  async page(
    reportId: string,
    page: PageRequest,
    filter: RowFilter,
  ): Promise<{ readonly items: readonly RowOfTable[]; readonly next?: string }> {
    const { items, next } = await this.rows.page(reportId, page, filter);
    const named = items.map(async (row) => ({
      row,
      numbers: row.group ? await this.rows.numbersOf(reportId, row.ordinal, NAMED) : [row.number],
    }));
    return { items: await Promise.all(named), ...(next === undefined ? {} : { next }) };
  }

  /** What the report says of a remark that is in no row; undefined when it is in one, or none of this discussion. */
  async withoutRow(reportId: string, number: string): Promise<AnsweredRemark['remark'] | undefined> {
    const found = await this.rows.ofRemarkIn(reportId, number);
    return found && found.row === null ? found.remark : undefined;
  }

  clauseFigures(reportId: string): Promise<ClauseFigures[]> {
    return this.figures.of(reportId);
  }

  /** The parts of the discussed draft, in the order of its text. */
  async clauses(versionId: string): Promise<readonly StoredClause[]> {
    return (await this.texts.byVersion(versionId)).clauses;
  }
}
