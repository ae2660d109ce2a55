import { citizen, DomainError, isLanguage } from '#lib/kernel';
import { renderingFormats, ReportRenderings } from '#lib/reports';
import { Controller, Get, Param, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { download } from '../../request/download.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Public } from '../../rights/public.js';

const formats = renderingFormats;

@ApiTags('reports')
@Controller('api/v1/reports/:id/files/:format/:language')
export class ReportFileApi {
  constructor(private readonly renderings: ReportRenderings) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'A document of a published report, byte for byte as it was stored' })
  @ApiParam({ name: 'format', enum: formats.map((format) => format.toLowerCase()) })
  @ApiParam({ name: 'language', enum: ['kk', 'ru', 'en', 'mul'] })
  @ApiOkResponse({ description: 'The file', content: { 'application/octet-stream': {} } })
  @Refuses('not-found')
  async file(
    @Param() { id, format: asked, language }: { id: string; format: string; language: string },
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const format = formats.find((each) => each.toLowerCase() === asked);
    if (!format || (language !== 'mul' && !isLanguage(language))) {
      throw new DomainError('not-found', 'there is no such document');
    }
    const { stream, ...file } = await this.renderings.open(
      { reportId: id, format, language },
      request.officer ?? citizen,
    );
    return download({ ...file, content: stream });
  }
}
