import { ApplyConsiderationSheet, ConsiderationImports, PlanChanged } from '#lib/sheets';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Changeable } from '../../consideration/changeable.js';
import { OwnDiscussion } from '../../consideration/own-discussion.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { importModel } from './import-model.js';
import { type ImportModel, importView } from './import.view.js';

interface Asked {
  readonly id: string;
  readonly importId: string;
}

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/sheet/imports/:importId`)
export class ImportPage {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly changeable: Changeable,
    private readonly imports: ConsiderationImports,
    private readonly applySheet: ApplyConsiderationSheet,
  ) {}

  @Get()
  @May('sheet.fill')
  async show(
    @Visit() visit: PageVisit,
    @Param() asked: Asked,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const model = await this.model(visit, asked, officer, { query });
    return visit.show(importView, model, { title: visit.t('sheet.plan-title') });
  }

  @Post('application')
  @May('sheet.fill')
  async apply(
    @Visit() visit: PageVisit,
    @Param() asked: Asked,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const { id, importId } = asked;
    const seen = new Form(body).text('seen');
    try {
      const { isRepeated } = await this.applySheet.execute({ discussionId: id, importId, seen }, officer);
      const done = isRepeated ? 'before' : 'now';
      return visit.go(`officer/discussions/${id}/sheet/imports/${importId}?done=${done}`);
    } catch (error) {
      if (!(error instanceof PlanChanged)) throw error;
      const model = await this.model(visit, asked, officer, { query: {}, isChanged: true });
      return visit.showAgain(importView, model, { title: visit.t('sheet.plan-title') }, 409);
    }
  }

  private async model(
    visit: PageVisit,
    { id, importId }: Asked,
    officer: OfficerActor,
    more: { readonly query: object; readonly isChanged?: boolean },
  ): Promise<ImportModel> {
    const discussion = await this.discussions.of(id, officer);
    const found = await this.imports.one({ discussionId: id, importId }, officer);
    const changeable = await this.changeable.of(discussion);
    return importModel({ visit, discussion, changeable, found, ...more });
  }
}
