import { CancelReportRun, ReportRunOf, RetryReportRun, type RunView } from '#lib/reports';
import { DomainError } from '#lib/kernel';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { row } from '../../../pages-kit/summary-row.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { OwnReport, type OwnReportState } from '../../own-report.js';
import { type MakingModel, makingView } from './making.view.js';
import { reportFrame, reportPath } from './report-frame.js';
import { runWords } from './run-words.js';

/** The making of the report: its steps, and the buttons that fit its state. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/report/making`)
export class MakingPage {
  constructor(
    private readonly own: OwnReport,
    private readonly runs: ReportRunOf,
    private readonly cancelRun: CancelReportRun,
    private readonly retryRun: RetryReportRun,
  ) {}

  @Get()
  @May('report.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const state = await this.own.of(id, officer);
    const run = await this.runs.newest(id, officer);
    const model = makingModel(state, run, visit);
    return visit.show(makingView, model, { title: model.heading });
  }

  @Post('cancellation')
  @May('report.make')
  async cancel(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.cancelRun.execute(await this.newest(id, officer), officer);
    return visit.go(reportPath(id, 'making'));
  }

  @Post('retry')
  @May('report.make')
  async retry(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.retryRun.execute(await this.newest(id, officer), officer);
    return visit.go(reportPath(id, 'making'));
  }

  private async newest(id: string, officer: OfficerActor): Promise<string> {
    const run = await this.runs.newest(id, officer);
    if (!run) throw new DomainError('not-found', 'no report is being made of this discussion');
    return run.id;
  }
}

function makingModel(
  { discussion, isInWork }: OwnReportState,
  run: RunView | undefined,
  visit: PageVisit,
): MakingModel {
  const { t } = visit;
  const here = visit.to(reportPath(discussion.id, 'making'));
  const isRunning = run?.state === 'RUNNING';
  const mayMake = isInWork && !isRunning;
  return {
    ...reportFrame(discussion, 'making', visit),
    run: run ? runWords(run, discussion.zone, visit) : null,
    facts: run
      ? [
          row(t('making.requested-at'), visit.when(run.requestedAt, discussion.zone)),
          ...(run.finishedAt ? [row(t('making.finished-at'), visit.when(run.finishedAt, discussion.zone))] : []),
          ...(run.attempt > 1 ? [row(t('making.attempt'), String(run.attempt))] : []),
        ]
      : [],
    assembleAction: mayMake ? visit.to(`${reportPath(discussion.id, 'checklist')}/assemble`) : null,
    assembleText: t(run ? 'report.assemble' : 'making.assemble'),
    notNow: mayMake || isRunning ? null : t(discussion.state === 'OPEN' ? 'report.not-before-close' : 'making.not-now'),
    cancelAction: run && ['RUNNING', 'FAILED'].includes(run.state) ? `${here}/cancellation` : null,
    retryAction: run?.state === 'FAILED' ? `${here}/retry` : null,
    eventsHref: isRunning ? visit.to(`${reportPath(discussion.id, 'checklist')}/progress`) : null,
    here,
  };
}
