import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { KeptUploads } from '../../kept-uploads.js';
import { chosenFile } from '../chosen-file.js';
import { CalendarChanges } from './calendar-changes.js';
import { yearsIn } from './calendar-file.js';
import { calendarPlanModel } from './calendar-plan-model.js';
import { type CalendarFormModel, calendarFormView, calendarPlanView } from './calendar.view.js';

/** Working days of a year: kept, looked at with the closes they would move, loaded as a whole or not at all (REQ-07). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/calendar/import`)
export class CalendarImportPage {
  constructor(
    private readonly uploads: KeptUploads,
    private readonly changes: CalendarChanges,
  ) {}

  @Get()
  @May('calendar.manage')
  form(@Visit() visit: PageVisit): PageAnswer {
    return visit.show(calendarFormView, formModel(visit), { title: visit.t('calendar.import-title') });
  }

  @Post()
  @May('calendar.manage')
  async receive(@Visit() visit: PageVisit, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const file = await chosenFile(request, ['json'], visit.t);
    const errors = file instanceof FormErrors ? file : new FormErrors();
    if (!(file instanceof FormErrors)) {
      if (yearsIn(file.text) !== undefined)
        return visit.go(`officer/calendar/import/${await this.uploads.keep(file.name, file.format, file.content)}`);
      errors.add('sheet', visit.t('calendar.not-json'));
    }
    return visit.showAgain(calendarFormView, formModel(visit, errors), { title: visit.t('calendar.import-title') });
  }

  @Get(':fileId')
  @May('calendar.manage')
  async look(
    @Visit() visit: PageVisit,
    @Param('fileId') fileId: string,
    @Officer() officer: OfficerActor,
    @Query() query: object,
  ): Promise<PageAnswer> {
    const { name: fileName, text } = await this.uploads.read(fileId);
    const told = await this.changes.look(text, officer);
    const isDone = 'done' in query && told.change !== null && told.days.length === 0;
    const model = calendarPlanModel({ fileId, fileName, ...told, isDone, isChanged: false }, visit);
    return visit.show(calendarPlanView, model, { title: visit.t('calendar.plan-title') });
  }

  @Post(':fileId/application')
  @May('calendar.manage')
  async apply(
    @Visit() visit: PageVisit,
    @Param('fileId') fileId: string,
    @Officer() officer: OfficerActor,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const { name: fileName, text } = await this.uploads.read(fileId);
    if (await this.changes.apply(text, new Form(body).text('seen'), officer))
      return visit.go(`officer/calendar/import/${fileId}?done=1`);
    const told = await this.changes.look(text, officer);
    const model = calendarPlanModel({ fileId, fileName, ...told, isDone: false, isChanged: true }, visit);
    return visit.showAgain(calendarPlanView, model, { title: visit.t('calendar.plan-title') }, 409);
  }
}

const formModel = (visit: PageVisit, errors = new FormErrors()): CalendarFormModel => ({
  back: { href: visit.to('officer/calendar'), text: visit.t('calendar.page-title') },
  action: visit.fileFormAction('officer/calendar/import'),
  ...withErrors(errors),
});
