import { ApplyConsiderationSheet, ConsiderationImports, ReceiveConsiderationSheet } from '#lib/sheets';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Refuses } from '../../api-kit/problem.response.js';
import { OwnDiscussion } from '../../consideration/own-discussion.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { AppliedSheetResponse, ConsiderationImportResponse, SheetImportResponse } from './import.responses.js';
import { pageOfRows } from './page-of-rows.js';
import { AnswerRowsQuery, ApplySheetRequest, SheetFileRequest } from './sheet.requests.js';
import { sheetPart } from './sheet-part.js';

@ApiTags('sheets')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id/sheet/imports')
export class SheetImportsApi {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly receiveSheet: ReceiveConsiderationSheet,
    private readonly imports: ConsiderationImports,
    private readonly applySheet: ApplyConsiderationSheet,
  ) {}

  @Post()
  @May('sheet.fill')
  @ApiOperation({ summary: 'Upload a filled sheet; it answers what it would do, and writes nothing of it' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: SheetFileRequest })
  @ApiCreatedResponse({ type: ConsiderationImportResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen', 'import-refused')
  async upload(
    @Param('id') discussionId: string,
    @Req() request: FastifyRequest,
    @Officer() officer: OfficerActor,
  ): Promise<ConsiderationImportResponse> {
    await this.discussions.of(discussionId, officer);
    const { file } = await sheetPart(request);
    const importId = await this.receiveSheet.execute({ discussionId, ...file }, officer);
    return ConsiderationImportResponse.found(
      await this.imports.one({ discussionId, importId }, officer),
      pageOfRows({}),
    );
  }

  @Get()
  @May('sheet.fill')
  @ApiOperation({ summary: 'The officer’s own sheets, the newest first; at most twenty' })
  @ApiOkResponse({ type: [SheetImportResponse] })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async list(@Param('id') discussionId: string, @Officer() officer: OfficerActor): Promise<SheetImportResponse[]> {
    return (await this.imports.of(discussionId, officer)).map((sheet) => SheetImportResponse.of(sheet));
  }

  @Get(':importId')
  @May('sheet.fill')
  @ApiOperation({ summary: 'What a sheet would do as things stand now, row by row, with conflicts; writes nothing' })
  @ApiOkResponse({ type: ConsiderationImportResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async get(
    @Param('id') discussionId: string,
    @Param('importId') importId: string,
    @Query() query: AnswerRowsQuery,
    @Officer() officer: OfficerActor,
  ): Promise<ConsiderationImportResponse> {
    const found = await this.imports.one({ discussionId, importId }, officer);
    return ConsiderationImportResponse.found(found, pageOfRows(query));
  }

  @Post(':importId/application')
  @May('sheet.fill')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Make the decisions of all sound rows, or none (A2.T4); rows in error or in conflict are left out',
  })
  @ApiOkResponse({ type: AppliedSheetResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen', 'conflict')
  async apply(
    @Param('id') discussionId: string,
    @Param('importId') importId: string,
    @Body() { seen }: ApplySheetRequest,
    @Officer() officer: OfficerActor,
  ): Promise<AppliedSheetResponse> {
    return AppliedSheetResponse.of(await this.applySheet.execute({ discussionId, importId, seen }, officer));
  }
}
