import { may } from '#lib/identity';
import { RequestReport } from '#lib/reports';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { ClosingFacts } from '../../closing-facts.js';
import { OwnReport } from '../../own-report.js';
import { checklistModel } from './checklist-model.js';
import { checklistView } from './checklist.view.js';
import { reportPath } from './report-frame.js';

/** The report of an own discussion: what stands in its way, each with the place where it is done. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/report`)
export class ChecklistPage {
  constructor(
    private readonly own: OwnReport,
    private readonly closing: ClosingFacts,
    private readonly requestReport: RequestReport,
  ) {}

  @Get()
  @May('report.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const state = await this.own.of(id, officer);
    const closing = await this.closing.of(state.discussion, officer);
    const model = checklistModel({ state, closing, visit }, may(officer, 'report.sign'));
    return visit.show(checklistView, model, { title: model.heading });
  }

  @Post('assemble')
  @May('report.make')
  async assemble(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.requestReport.execute(id, officer);
    return visit.go(reportPath(id, 'making'));
  }
}
