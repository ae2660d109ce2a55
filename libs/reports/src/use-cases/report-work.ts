import type { Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';
import type { Progress } from '../domain/run-cancelled.js';
import { type ClaimedStep, ReportRuns } from '../persistence/report-runs.repository.js';
import { AssembleData } from './assemble-data.js';
import { CheckData } from './check-data.js';
import { PresentReport } from './present-report.js';
import { RenderDocument } from './render-document.js';

/** What is left to do in the transaction in which a step becomes done. */
export type Finish = (tx: Transaction) => Promise<void>;

/** What each step of a run does. */
@Injectable()
export class ReportWork {
  constructor(
    private readonly runs: ReportRuns,
    private readonly assembleData: AssembleData,
    private readonly checkData: CheckData,
    private readonly renderDocument: RenderDocument,
    private readonly presentReport: PresentReport,
  ) {}

  async of({ step, run, format, language }: ClaimedStep, progress: Progress): Promise<Finish | undefined> {
    if (step === 'ASSEMBLE') return this.assemble(run, progress);
    if (step === 'PRESENT') {
      return async (tx) => this.runs.end(tx, run.id, (await this.presentReport.within(tx, run)) ? 'DONE' : 'CANCELLED');
    }
    const { reportId } = run;
    if (reportId === null) throw new Error('the data of the report were not assembled');
    if (step === 'CHECK') {
      await this.checkData.execute(reportId, progress);
      return undefined;
    }
    if (format === null || language === null) throw new Error('a rendering without a format or a language');
    const wanted = { format, language };
    const file = await this.renderDocument.write(reportId, wanted, progress);
    return (tx) => this.renderDocument.keep(tx, reportId, wanted, file);
  }

  private async assemble(run: ClaimedStep['run'], progress: Progress): Promise<Finish | undefined> {
    // Assembled already, by a worker that was killed before it could say so.
    if (run.reportId !== null) return undefined;
    const { reportId, isNew } = await this.assembleData.execute(run, progress);
    if (isNew) return undefined;
    // Nothing has changed: the version that stands is the result, and nothing is left to do.
    return async (tx) => {
      await this.runs.keepReport(tx, run.id, reportId);
      await this.runs.end(tx, run.id, 'DONE');
    };
  }
}
