import { Database, type Transaction } from '#lib/database';
import { StoredFiles, type WrittenFile } from '#lib/files';
import { Injectable } from '@nestjs/common';
import type { RenderingFormat, RenderingLanguage } from '../domain/rendering-kinds.js';
import type { ReportRow } from '../domain/report-data.js';
import type { Progress } from '../domain/run-cancelled.js';
import { answeredRemarks } from '../persistence/answered-remarks.js';
import { groupedNumbers } from '../persistence/grouped-numbers.js';
import { remarkTexts, rowTexts } from '../persistence/report-rows.js';
import { Reports } from '../persistence/reports.repository.js';
import type { PrintedReport } from '../rendering/printed-report.js';
import { renderReport } from '../rendering/render-report.js';

export interface WantedDocument {
  readonly format: RenderingFormat;
  readonly language: RenderingLanguage;
}

const STRIDE = 200;

@Injectable()
export class RenderDocument {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly files: StoredFiles,
  ) {}

  /**
   * Writes one document of a report, piece by piece (REQ-60, REQ-67); the same data give the same bytes (REQ-68). It is there once
   * `keep` has adopted it.
   */
  async write(reportId: string, { format, language }: WantedDocument, progress: Progress): Promise<WrittenFile> {
    const report = await this.reports.byId(this.database, reportId);
    if (!report) throw new Error(`there is no report ${reportId} to render`);
    const printed = this.printed(report.id, report.version, report.dataSha256, report.head, progress);
    const { name, mediaType, content } = renderReport(printed, format, language);
    const file = await this.files.write({ purpose: 'RENDERING', name, mediaType }, content);
    // The data as JSON are what was hashed: a difference means that a stored row is not what was assembled.
    if (format === 'JSON' && file.sha256 !== report.dataSha256)
      throw new Error('the stored data are not those that were hashed');
    return file;
  }

  async keep(
    tx: Transaction,
    reportId: string,
    { format, language }: WantedDocument,
    file: WrittenFile,
  ): Promise<void> {
    await this.files.adopt(tx, file);
    await tx.query(
      `insert into report_rendering (report_id, format, language, file_id, sha256) values ($1, $2, $3, $4, decode($5, 'hex'))`,
      [reportId, format, language, file.id, file.sha256],
    );
  }

  private printed(
    id: string,
    version: number,
    hash: string,
    head: PrintedReport['head'],
    progress: Progress,
  ): PrintedReport {
    const { total } = head.counts.received;
    const q = this.database;
    return {
      version,
      hash,
      head,
      rowTexts: () => counted(rowTexts(q, id), progress, total),
      remarkTexts: () => counted(remarkTexts(q, id), progress, total),
      rows: () => parsed(counted(rowTexts(q, id), progress, total)),
      answered: () => counted(answeredRemarks(q, id), progress, total),
      grouped: () => counted(groupedNumbers(q, id), progress, total),
    };
  }
}

async function* parsed(texts: AsyncIterable<string>): AsyncGenerator<ReportRow> {
  for await (const text of texts) yield JSON.parse(text) as ReportRow;
}

async function* counted<Item>(items: AsyncIterable<Item>, progress: Progress, total: number): AsyncGenerator<Item> {
  let passed = 0;
  for await (const item of items) {
    yield item;
    passed += 1;
    if (passed % STRIDE === 0) await progress(passed, total);
  }
}
