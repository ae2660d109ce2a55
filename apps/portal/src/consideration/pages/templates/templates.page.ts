import {
  ArchiveGroundTemplate,
  type GroundTemplateFault,
  GroundTemplates,
  SaveGroundTemplate,
} from '#lib/consideration';
import { DomainError } from '#lib/kernel';
import { isMessageKey, type Translate } from '#lib/localisation';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { doneMessage } from '../done-message.js';
import { templatesPage } from './templates-model.js';
import type { TypedTemplate } from './templates.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/templates`)
export class TemplatesPage {
  constructor(
    private readonly templates: GroundTemplates,
    private readonly saveTemplate: SaveGroundTemplate,
    private readonly archiveTemplate: ArchiveGroundTemplate,
  ) {}

  @Get()
  @May('grounds.read')
  async show(@Visit() visit: PageVisit, @Query() query: object, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    const form = new Form(query);
    const templates = await this.templates.of(officer);
    const edited = templates.find(({ id }) => id === form.text('edit'));
    const typed = edited ?? { id: '', name: '', reasonCode: '', groundKk: '', groundRu: '' };
    const done = doneMessage(form.text('done'), visit.t);
    return templatesPage({ visit, officer, templates, typed, done });
  }

  @Post()
  @May('grounds.save')
  async save(@Visit() visit: PageVisit, @Body() body: unknown, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    const form = new Form(body);
    const typed = typedTemplate(form);
    const { id, ...template } = typed;
    const shown = { visit, officer, typed, done: null };
    if (form.changesLanguage) return templatesPage({ ...shown, templates: await this.templates.of(officer) });
    try {
      await this.saveTemplate.execute({ ...template, ...(id === '' ? {} : { id }) }, officer);
      return visit.go('officer/templates?done=kept');
    } catch (error) {
      const errors = new FormErrors();
      if (!(error instanceof DomainError) || !addTemplateFaults(error, errors, visit.t)) throw error;
      return templatesPage({ ...shown, templates: await this.templates.of(officer), errors });
    }
  }

  @Post(':id/archive')
  @May('grounds.save')
  async archive(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.archiveTemplate.execute(id, officer);
    return visit.go('officer/templates?done=archived');
  }
}

const typedTemplate = (form: Form): TypedTemplate => ({
  id: form.text('id'),
  name: form.text('name'),
  reasonCode: form.text('reasonCode'),
  groundKk: form.text('groundKk'),
  groundRu: form.text('groundRu'),
});

function addTemplateFaults({ code, details }: DomainError, errors: FormErrors, t: Translate): boolean {
  if (code === 'conflict') errors.add('name', t('templates.name-taken'));
  const faults = Array.isArray(details['faults']) ? (details['faults'] as GroundTemplateFault[]) : [];
  for (const { field, fault } of faults) {
    const key = `templates.fault-${fault}`;
    errors.add(field, isMessageKey(key) ? t(key) : t('error.invalid-input'));
  }
  return !errors.isEmpty;
}
