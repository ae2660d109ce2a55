import { DraftTexts } from '#lib/drafting';
import { isId, isLanguage } from '#lib/kernel';
import { ConsiderationImports, ConsiderationSheet, ReceiveConsiderationSheet } from '#lib/sheets';
import { Controller, Get, Header, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { OwnDiscussion } from '../../consideration/own-discussion.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { savedSheet } from '../saved-sheet.js';
import { uploadedSheet } from '../uploaded-sheet.js';
import { refusedSheetText } from './refused-sheet.js';
import { sheetModel } from './sheet-model.js';
import { type SheetModel, sheetView } from './sheet.view.js';

const kinds = ['REMARK', 'PROPOSAL'] as const;

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/sheet`)
export class SheetPage {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly texts: DraftTexts,
    private readonly sheets: ConsiderationSheet,
    private readonly imports: ConsiderationImports,
    private readonly receiveSheet: ReceiveConsiderationSheet,
  ) {}

  @Get()
  @May('sheet.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    return visit.show(sheetView, await this.model(visit, id, officer), { title: visit.t('sheet.page-title') });
  }

  @Get('file')
  @May('sheet.read')
  @Header('cache-control', 'no-store')
  async download(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<StreamableFile> {
    const form = new Form(query);
    const asked = form.text('in');
    const language = isLanguage(asked) ? asked : visit.language;
    const clause = form.text('clause');
    const filter = {
      undecidedOnly: form.text('undecided') !== '',
      kind: form.oneOf('kind', kinds),
      clause: clause === 'whole-draft' || isId(clause) ? clause : undefined,
    };
    return savedSheet(await this.sheets.of(id, officer, { language, filter }));
  }

  @Post()
  @May('sheet.fill')
  async upload(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.discussions.of(id, officer);
    const { file } = await uploadedSheet(request);
    const errors = new FormErrors();
    if (!file) errors.add('sheet', visit.t('sheet.file-missing'));
    try {
      if (file) {
        const importId = await this.receiveSheet.execute({ discussionId: id, ...file }, officer);
        return visit.go(`officer/discussions/${id}/sheet/imports/${importId}`);
      }
    } catch (error) {
      const refused = refusedSheetText(error, visit.t);
      if (refused === null) throw error;
      errors.add('sheet', refused);
    }
    const model = await this.model(visit, id, officer, errors);
    return visit.showAgain(sheetView, model, { title: visit.t('sheet.page-title') });
  }

  private async model(visit: PageVisit, id: string, officer: OfficerActor, errors?: FormErrors): Promise<SheetModel> {
    const discussion = await this.discussions.of(id, officer);
    const { clauses } = await this.texts.byVersion(discussion.versionId);
    const own = await this.imports.of(id, officer);
    return sheetModel({ visit, discussion, clauses, own, officer, errors });
  }
}
