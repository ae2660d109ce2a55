import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OwnDossier } from '../../drafting/own-dossier.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { ComparisonAnswer } from './comparison-answer.js';

/** The same page from the dossier, also before there is a discussion. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/procedures/:id/compare`)
export class OwnComparePage {
  constructor(
    private readonly dossiers: OwnDossier,
    private readonly answer: ComparisonAnswer,
  ) {}

  @Get()
  @May('dossier.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const { id: procedureId, title } = await this.dossiers.of(id, officer);
    const dossier = visit.to(`officer/procedures/${procedureId}`);
    const back = { href: dossier, text: visit.t('compare.to-dossier') };
    return this.answer.of({ visit, procedureId, title, here: `${dossier}/compare`, back, query });
  }
}
