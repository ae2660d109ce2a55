import { CreateProcedure } from '#lib/drafting';
import { CLOCK, type Clock } from '#lib/kernel';
import type { PublicService } from '#lib/service-register';
import { profilesInForceAt } from '#lib/time-limits';
import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { OwnServices } from '../../own-services.js';
import { newProcedureOf } from './new-procedure-form.js';
import { newProcedureModel } from './new-procedure-model.js';
import { newProcedureView } from './new-procedure.view.js';
import { addProcedureFaults } from './procedure-faults.js';

/** Opens the dossier of a draft of the own body (R5). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/procedures/new`)
export class NewProcedurePage {
  constructor(
    private readonly services: OwnServices,
    private readonly createProcedure: CreateProcedure,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @May('dossier.begin')
  async show(@Visit() visit: PageVisit, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    return this.form(visit, await this.services.of(officer), new Form({}));
  }

  @Post()
  @May('dossier.begin')
  async open(@Visit() visit: PageVisit, @Body() body: unknown, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    const form = new Form(body);
    const services = await this.services.of(officer);
    if (form.changesLanguage) return this.form(visit, services, form);
    const errors = new FormErrors();
    const input = newProcedureOf(form, services, errors, visit.t);
    try {
      if (input) {
        const id = await this.createProcedure.execute({ ...input, developerId: officer.bodyId }, officer);
        return visit.go(`officer/procedures/${id}`);
      }
    } catch (error) {
      const service = services.find(({ code }) => code === input?.serviceCode);
      if (!addProcedureFaults(error, service, errors, visit)) throw error;
    }
    return this.form(visit, services, form, errors);
  }

  private form(visit: PageVisit, services: readonly PublicService[], form: Form, errors?: FormErrors): PageAnswer {
    const offered = { services, rules: profilesInForceAt(this.clock.now()) };
    const model = newProcedureModel(visit, offered, form, errors);
    const carried = { id: 'new-procedure', address: model.action };
    return visit.showForm(newProcedureView, model, { title: visit.t('drafting.new'), carried });
  }
}
