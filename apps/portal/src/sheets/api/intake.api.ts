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
import { shaped } from '../../api-kit/body-shape.js';
import { jsonObject } from '../../api-kit/json-part.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { OwnDiscussion } from '../../consideration/own-discussion.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { IntakeSheets } from '../intake-sheets.js';
import { AppliedSheetResponse, SheetImportResponse } from './import.responses.js';
import { IntakeImportResponse } from './intake.responses.js';
import { pageOfRows } from './page-of-rows.js';
import { ApplySheetRequest, IntakeFileRequest, IntakeRowsQuery, SheetLetterRequest } from './sheet.requests.js';
import { sheetPart } from './sheet-part.js';

@ApiTags('sheets')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id/intake')
export class IntakeApi {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly sheets: IntakeSheets,
  ) {}

  @Post()
  @May('letters.import')
  @ApiOperation({
    summary: 'Upload the sheet of an organisation with its letter; it answers what entering it would do',
    description: 'multipart/form-data with the workbook in the field `sheet` and the JSON of the letter in `letter`.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: IntakeFileRequest })
  @ApiCreatedResponse({ type: IntakeImportResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'discussion-not-open', 'import-refused')
  async upload(
    @Param('id') discussionId: string,
    @Req() request: FastifyRequest,
    @Officer() officer: OfficerActor,
  ): Promise<IntakeImportResponse> {
    await this.discussions.of(discussionId, officer);
    const { fields, file } = await sheetPart(request);
    const { letter: text, ...others } = fields;
    const asked = await shaped(SheetLetterRequest, { ...others, ...jsonObject(text) });
    const fileId = await this.sheets.keepSheet.execute({ discussionId, ...file }, officer);
    const letter = SheetLetterRequest.letter(asked);
    const importId = await this.sheets.receiveSheet.execute({ discussionId, fileId, letter }, officer);
    return IntakeImportResponse.found(
      await this.sheets.imports.one({ discussionId, importId }, officer),
      pageOfRows({}),
    );
  }

  @Get()
  @May('letters.import')
  @ApiOperation({ summary: 'The officer’s own sheets of remarks, the newest first; at most twenty' })
  @ApiOkResponse({ type: [SheetImportResponse] })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async list(@Param('id') discussionId: string, @Officer() officer: OfficerActor): Promise<SheetImportResponse[]> {
    return (await this.sheets.imports.of(discussionId, officer)).map((sheet) => SheetImportResponse.of(sheet));
  }

  @Get(':importId')
  @May('letters.import')
  @ApiOperation({ summary: 'What entering a sheet would do as things stand now, remark by remark; writes nothing' })
  @ApiOkResponse({ type: IntakeImportResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async get(
    @Param('id') discussionId: string,
    @Param('importId') importId: string,
    @Query() query: IntakeRowsQuery,
    @Officer() officer: OfficerActor,
  ): Promise<IntakeImportResponse> {
    const found = await this.sheets.imports.one({ discussionId, importId }, officer);
    return IntakeImportResponse.found(found, pageOfRows(query));
  }

  @Post(':importId/application')
  @May('letters.import')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Enter every remark of a sheet as a letter, or none (REQ-41); each waits for a second official',
  })
  @ApiOkResponse({ type: AppliedSheetResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'conflict', 'discussion-withdrawn')
  async apply(
    @Param('id') discussionId: string,
    @Param('importId') importId: string,
    @Body() { seen }: ApplySheetRequest,
    @Officer() officer: OfficerActor,
  ): Promise<AppliedSheetResponse> {
    return AppliedSheetResponse.of(await this.sheets.applySheet.execute({ discussionId, importId, seen }, officer));
  }
}
