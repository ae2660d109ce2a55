import { ConsiderationSheet } from '#lib/sheets';
import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { savedSheet, XLSX } from '../saved-sheet.js';
import { SheetQuery } from './sheet.requests.js';

@ApiTags('sheets')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id/sheet')
export class SheetApi {
  constructor(private readonly sheets: ConsiderationSheet) {}

  @Get()
  @May('sheet.read')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'The consideration as a sheet to fill in, in the layout of the ISO commenting form; without senders',
  })
  @ApiOkResponse({ description: 'XLSX', content: { [XLSX]: {} } })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async save(
    @Param('id') discussionId: string,
    @Query() { language = 'kk', ...filter }: SheetQuery,
    @Officer() officer: OfficerActor,
  ): Promise<StreamableFile> {
    return savedSheet(await this.sheets.of(discussionId, officer, { language, filter }));
  }
}
