import { DraftTexts } from '#lib/drafting';
import { PlanChanged } from '#lib/sheets';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OwnDiscussion } from '../../consideration/own-discussion.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { IntakeSheets } from '../intake-sheets.js';
import { intakeImportModel } from './intake-import-model.js';
import { type IntakeImportModel, intakeImportView } from './intake-import.view.js';

interface Asked {
  readonly id: string;
  readonly importId: string;
}

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/intake/:importId`)
export class IntakeImportPage {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly texts: DraftTexts,
    private readonly sheets: IntakeSheets,
  ) {}

  @Get()
  @May('letters.import')
  async show(
    @Visit() visit: PageVisit,
    @Param() asked: Asked,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const model = await this.model(visit, asked, officer, { query });
    return visit.show(intakeImportView, model, { title: visit.t('sheet.plan-title') });
  }

  @Post('application')
  @May('letters.import')
  async apply(
    @Visit() visit: PageVisit,
    @Param() asked: Asked,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const { id, importId } = asked;
    const seen = new Form(body).text('seen');
    try {
      const { isRepeated } = await this.sheets.applySheet.execute({ discussionId: id, importId, seen }, officer);
      return visit.go(`officer/discussions/${id}/intake/${importId}?done=${isRepeated ? 'before' : 'now'}`);
    } catch (error) {
      if (!(error instanceof PlanChanged)) throw error;
      const model = await this.model(visit, asked, officer, { query: {}, isChanged: true });
      return visit.showAgain(intakeImportView, model, { title: visit.t('sheet.plan-title') }, 409);
    }
  }

  private async model(
    visit: PageVisit,
    { id, importId }: Asked,
    officer: OfficerActor,
    more: { readonly query: object; readonly isChanged?: boolean },
  ): Promise<IntakeImportModel> {
    const discussion = await this.discussions.of(id, officer);
    const found = await this.sheets.imports.one({ discussionId: id, importId }, officer);
    const { clauses } = await this.texts.byVersion(discussion.versionId);
    return intakeImportModel({ visit, discussion, clauses, found, ...more });
  }
}
