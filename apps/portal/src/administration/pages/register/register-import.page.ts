import {
  type RegisterImport,
  ImportRegister,
  registerFields,
  RegisterChanged,
  RegisterNotImported,
} from '#lib/service-register';
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
import { type KeptUpload, KeptUploads } from '../../kept-uploads.js';
import { chosenFile } from '../chosen-file.js';
import { registerPlanModel } from './register-plan-model.js';
import { registerTabs } from './register-tabs.js';
import { type RegisterFormModel, registerFormView, registerPlanView } from './register.view.js';

/** A file of bodies and services: kept, looked at row by row, applied as a whole or not at all. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/register/import`)
export class RegisterImportPage {
  constructor(
    private readonly uploads: KeptUploads,
    private readonly importRegister: ImportRegister,
  ) {}

  @Get()
  @May('register.manage')
  form(@Visit() visit: PageVisit): PageAnswer {
    return visit.show(registerFormView, formModel(visit), { title: visit.t('register.tab-import') });
  }

  @Post()
  @May('register.manage')
  async receive(@Visit() visit: PageVisit, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const file = await chosenFile(request, ['csv', 'json'], visit.t);
    if (file instanceof FormErrors)
      return visit.showAgain(registerFormView, formModel(visit, file), { title: visit.t('register.tab-import') });
    return visit.go(`officer/register/import/${await this.uploads.keep(file.name, file.format, file.content)}`);
  }

  @Get(':fileId')
  @May('register.manage')
  async look(
    @Visit() visit: PageVisit,
    @Param('fileId') fileId: string,
    @Officer() officer: OfficerActor,
    @Query() query: object,
  ): Promise<PageAnswer> {
    const file = await this.uploads.read(fileId);
    const told = await this.dryRun(file, officer);
    const model = registerPlanModel({ fileId, fileName: file.name, told, query }, visit);
    return visit.show(registerPlanView, model, { title: visit.t('register.plan-title') });
  }

  @Post(':fileId/application')
  @May('register.manage')
  async apply(
    @Visit() visit: PageVisit,
    @Param('fileId') fileId: string,
    @Officer() officer: OfficerActor,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const { text, format, name } = await this.uploads.read(fileId);
    try {
      await this.importRegister.execute({ text, format, seen: new Form(body).text('seen') }, officer);
      return visit.go(`officer/register/import/${fileId}?done=1`);
    } catch (error) {
      if (!(error instanceof RegisterChanged || error instanceof RegisterNotImported)) throw error;
      const told = await this.dryRun({ text, format, name }, officer);
      const model = registerPlanModel({ fileId, fileName: name, told, query: {}, isChanged: true }, visit);
      return visit.showAgain(registerPlanView, model, { title: visit.t('register.plan-title') }, 409);
    }
  }

  private dryRun({ text, format }: KeptUpload, officer: OfficerActor): Promise<RegisterImport> {
    return this.importRegister.execute({ text, format, isDryRun: true }, officer);
  }
}

const formModel = (visit: PageVisit, errors = new FormErrors()): RegisterFormModel => ({
  back: { href: visit.to('officer/administration'), text: visit.t('administration.title') },
  tabs: registerTabs('import', visit),
  action: visit.fileFormAction('officer/register/import'),
  columns: registerFields.join(', '),
  ...withErrors(errors),
});
