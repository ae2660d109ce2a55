import type { DiscussionDetails } from '#lib/discussion';
import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { OwnDiscussion } from '../../consideration/own-discussion.js';
import { Attachments, type KeptFile } from '../../discussion/attachments.js';
import { addEntryFaults } from '../../entries/pages/entry-faults.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { IntakeSheets } from '../intake-sheets.js';
import { type UploadedSheet, uploadedSheet } from '../uploaded-sheet.js';
import { letterOf, typedLetter } from './intake-form.js';
import { intakeModel } from './intake-model.js';
import { intakeView } from './intake.view.js';
import { refusedSheetText } from './refused-sheet.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/intake`)
export class IntakePage {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly attachments: Attachments,
    private readonly sheets: IntakeSheets,
  ) {}

  @Get()
  @May('letters.import')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const discussion = await this.discussions.of(id, officer);
    return this.page(visit, discussion, officer, { typed: typedLetter(new Form({})) });
  }

  @Post()
  @May('letters.import')
  async receive(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const discussion = await this.discussions.of(id, officer);
    const { fields, file } = await uploadedSheet(request);
    const form = new Form(fields);
    const typed = typedLetter(form);
    const errors = new FormErrors();
    const kept = await this.keptOf(id, form, file, { officer, errors, visit });
    // In another language it is shown again, and judged when it is sent.
    const letter = form.changesLanguage ? undefined : letterOf(typed, errors, visit.t);
    if (errors.isEmpty && kept && letter) {
      try {
        const sheet = { discussionId: id, fileId: kept.id, letter };
        return visit.go(`officer/discussions/${id}/intake/${await this.sheets.receiveSheet.execute(sheet, officer)}`);
      } catch (error) {
        if (!addEntryFaults(error, errors, visit.t)) throw error;
      }
    }
    return this.page(visit, discussion, officer, { typed, errors, kept });
  }

  /** The sheet just chosen; else the one that a refused sending of this form has left here. */
  private async keptOf(
    discussionId: string,
    form: Form,
    file: UploadedSheet['file'],
    { officer, errors, visit }: { officer: OfficerActor; errors: FormErrors; visit: PageVisit },
  ): Promise<KeptFile | undefined> {
    if (!file) {
      const [kept] = await this.attachments.keptFrom(form.list('kept').slice(0, 1), 'SCAN');
      if (!kept && !form.changesLanguage) errors.add('sheet', visit.t('sheet.file-missing'));
      return kept;
    }
    try {
      const id = await this.sheets.keepSheet.execute({ discussionId, ...file }, officer);
      return { id, name: file.name };
    } catch (error) {
      const refused = refusedSheetText(error, visit.t);
      if (refused === null) throw error;
      errors.add('sheet', refused);
      return undefined;
    }
  }

  private async page(
    visit: PageVisit,
    discussion: DiscussionDetails,
    officer: OfficerActor,
    more: Pick<Parameters<typeof intakeModel>[0], 'typed' | 'errors' | 'kept'>,
  ): Promise<PageAnswer> {
    const own = await this.sheets.imports.of(discussion.id, officer);
    const model = intakeModel({ visit, discussion, own, ...more });
    const carried = { id: 'intake', address: model.action };
    return visit.showForm(intakeView, model, { title: visit.t('sheet.intake.page-title'), carried });
  }
}
