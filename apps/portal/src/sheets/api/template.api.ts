import { IntakeTemplate } from '#lib/sheets';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../api-kit/problem.response.js';
import { Public } from '../../rights/public.js';
import { savedSheet, XLSX } from '../saved-sheet.js';
import { TemplateQuery } from './sheet.requests.js';

@ApiTags('sheets')
@Controller('api/v1/discussions/:id/remarks.xlsx')
export class TemplateApi {
  constructor(private readonly template: IntakeTemplate) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'An empty sheet by which an organisation sends many remarks at once' })
  @ApiOkResponse({ description: 'XLSX', content: { [XLSX]: {} } })
  @Refuses('not-found', 'discussion-withdrawn')
  async save(@Param('id') discussionId: string, @Query() { language = 'kk' }: TemplateQuery): Promise<StreamableFile> {
    return savedSheet(await this.template.of(discussionId, language));
  }
}
