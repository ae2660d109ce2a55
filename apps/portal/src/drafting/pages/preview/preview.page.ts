import { DraftTexts } from '#lib/drafting';
import { NotFound } from '#lib/identity';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { textChoice } from '../../../discussion/pages/text/text-language.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { OwnDossier } from '../../own-dossier.js';
import { previewModel } from './preview-model.js';
import { previewView } from './preview.view.js';

/** The latest version as the public will read it. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/procedures/:id/preview`)
export class PreviewPage {
  constructor(
    private readonly dossiers: OwnDossier,
    private readonly texts: DraftTexts,
  ) {}

  @Get()
  @May('dossier.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
    @Query('text') asked?: unknown,
  ): Promise<PageAnswer> {
    const { latestVersion } = await this.dossiers.of(id, officer);
    if (!latestVersion) throw new NotFound('draft version');
    const { version, title, clauses } = await this.texts.byVersion(latestVersion.id);
    const choice = textChoice(clauses, asked, visit.language);
    const note = visit.t('drafting.preview-saved', { number: version });
    const model = previewModel(visit, { dossierId: id, title, clauses, choice, note });
    return visit.show(previewView, model, { title: visit.t('drafting.preview') });
  }
}
