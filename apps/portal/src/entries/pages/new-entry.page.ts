import { type DiscussionDetails, EnterReceivedRemark } from '#lib/discussion';
import { DraftTexts } from '#lib/drafting';
import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Attachments, type KeptFile } from '../../discussion/attachments.js';
import { addRefusedFile } from '../../discussion/pages/remark-faults.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { ChangesLanguage } from '../../pages-kit/changes-language.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import type { PageFacts } from '../../pages-kit/page-facts.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { EntryFiles, type EntryParts } from '../entry-files.js';
import { OwnEntries } from '../own-entries.js';
import { addEntryFaults, addFileCounts } from './entry-faults.js';
import { letterOf, typedEntry, typedFrom } from './entry-form.js';
import { entryFormModel } from './entry-form-model.js';
import { type EntryFormModel, entryFormView } from './entry-form.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/entries/new`)
export class NewEntryPage {
  constructor(
    private readonly entries: OwnEntries,
    private readonly texts: DraftTexts,
    private readonly entryFiles: EntryFiles,
    private readonly attachments: Attachments,
    private readonly enterReceivedRemark: EnterReceivedRemark,
  ) {}

  @Get()
  @May('entry.make')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
    @Query('from') from?: string,
  ): Promise<PageAnswer> {
    const discussion = await this.entries.discussion(id, officer);
    const typed = from
      ? typedFrom(await this.entries.of(id, from, officer), discussion.zone)
      : typedEntry(new Form({}));
    const model = entryFormModel({ visit, discussion, clauses: await this.clauses(discussion), typed });
    return visit.show(entryFormView, model, about(model, visit));
  }

  @Post()
  @ChangesLanguage()
  @May('entry.make')
  async enter(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const discussion = await this.entries.discussion(id, officer);
    const parts = request.isMultipart()
      ? await this.entryFiles.receive(request)
      : { fields: request.body as EntryParts['fields'], scans: [], files: [], refused: [] };
    const form = new Form(parts.fields);
    const typed = typedEntry(form);
    const scans = [...(await this.attachments.keptFrom(form.list('keptScans'), 'SCAN')), ...parts.scans];
    const files = [...(await this.attachments.keptFrom(form.list('keptFiles'))), ...parts.files];
    const errors = new FormErrors();
    const kept = { scans: idsOf(scans), attachments: idsOf(files) };
    // In another language it is shown again, and judged when it is sent.
    const letter = form.changesLanguage ? undefined : letterOf(typed, kept, errors, visit.t);
    for (const { field, refusal } of parts.refused) addRefusedFile(refusal, errors, visit.t, field);
    if (letter && !errors.isEmpty) addFileCounts({ scans, files }, errors, visit.t);
    if (letter && errors.isEmpty) {
      try {
        const { entryId } = await this.enterReceivedRemark.execute(id, letter, officer);
        return visit.go(`officer/discussions/${id}/entries/${entryId}?done=made`);
      } catch (error) {
        if (!addEntryFaults(error, errors, visit.t)) throw error;
      }
    }
    const clauses = await this.clauses(discussion);
    const model = entryFormModel({ visit, discussion, clauses, typed, errors, scans, files });
    return visit.showForm(entryFormView, model, about(model, visit));
  }

  private async clauses({ versionId }: DiscussionDetails) {
    return (await this.texts.byVersion(versionId)).clauses;
  }
}

const about = ({ action }: EntryFormModel, { t }: PageVisit): PageFacts => ({
  title: t('entry.new'),
  carried: { id: 'entry', address: action },
});

const idsOf = (files: readonly KeptFile[]) => files.map(({ id }) => id);
