import { assertMayDraft, type Dossier, DraftFileRefused, ImportDraft } from '#lib/drafting';
import { attachmentLimits } from '#lib/files';
import { CLOCK, type Clock, type Language, languages } from '#lib/kernel';
import { Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { receivedDraftFiles } from '../../draft-files.js';
import { OwnDossier } from '../../own-dossier.js';
import { rulesOf } from '../placement-form.js';
import { importDraftView, type ImportDraftModel, readDraftView } from './import-draft.view.js';
import { readDraftModel, readFacts } from './read-draft-model.js';

/** Files of a draft, one a language, are read and shown; nothing is saved here. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/procedures/:id/import`)
export class ImportDraftPage {
  constructor(
    private readonly dossiers: OwnDossier,
    private readonly importDraft: ImportDraft,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @May('draft.save')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const dossier = await this.draftable(id, officer);
    return visit.show(importDraftView, formModel(visit, dossier), { title: visit.t('drafting.import') });
  }

  @Post()
  @May('draft.save')
  async read(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const dossier = await this.draftable(id, officer);
    const { files, unknown } = request.isMultipart() ? await receivedDraftFiles(request) : { files: [], unknown: [] };
    const errors = new FormErrors();
    for (const language of this.wanted(dossier))
      if (!files.some((file) => file.language === language))
        errors.add(language, visit.t('drafting.import-missing', { language: visit.t(`language.${language}`) }));
    if (unknown.length > 0) errors.add('kk', visit.t('drafting.import-unknown'));
    const [first, ...rest] = files;
    if (!first || !errors.isEmpty) return this.again(visit, dossier, errors);
    try {
      const read = await this.importDraft.execute(
        { procedureId: id, files: [first, ...rest], isDryRun: true },
        officer,
      );
      const basedOn = dossier.latestVersion?.version ?? 0;
      const model = readDraftModel(visit, { dossierId: id, draft: { basedOn, ...read }, ...read });
      const facts = readFacts(model, visit);
      return read.faults.length > 0
        ? visit.showAgain(readDraftView, model, facts)
        : visit.show(readDraftView, model, facts);
    } catch (error) {
      if (!(error instanceof DraftFileRefused)) throw error;
      const language = error.language ?? first.language;
      const words = visit.t(`drafting.file-refused.${error.reason}`, { language: visit.t(`language.${language}`) });
      errors.add(language, words);
      return this.again(visit, dossier, errors);
    }
  }

  /** @throws NotFound for another body's; ProcedureNotInState */
  private async draftable(id: string, officer: OfficerActor): Promise<Dossier> {
    const dossier = await this.dossiers.of(id, officer);
    assertMayDraft(dossier.state);
    return dossier;
  }

  private wanted(dossier: Dossier): readonly Language[] {
    return rulesOf(dossier, this.clock.now()).draftLanguages;
  }

  private again(visit: PageVisit, dossier: Dossier, errors: FormErrors): PageAnswer {
    return visit.showAgain(importDraftView, formModel(visit, dossier, errors), { title: visit.t('drafting.import') });
  }
}

function formModel(visit: PageVisit, dossier: Dossier, errors?: FormErrors): ImportDraftModel {
  const { t, language } = visit;
  const title = inLanguage(dossier.title, language);
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to(`officer/procedures/${dossier.id}`), text: t('desk.dossier') },
    title: title.text,
    titleLanguage: title.language,
    action: visit.fileFormAction(`officer/procedures/${dossier.id}/import`),
    fileHint: t('drafting.import-file-hint', attachmentLimits),
    files: languages.map((each) => ({ id: each, label: t(`drafting.import-file-${each}`) })),
  };
}
