import { ReportOf } from '#lib/reports';
import { DomainError } from '#lib/kernel';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { Public } from '../../rights/public.js';
import { May } from '../../rights/may.js';
import { ReportResponse } from './report.responses.js';

@ApiTags('reports')
@Controller('api/v1/discussions/:id')
export class ReportApi {
  constructor(private readonly reports: ReportOf) {}

  @Get('report')
  @Public()
  @ApiOperation({ summary: 'The published report (R8.3)' })
  @ApiOkResponse({ type: ReportResponse })
  @Refuses('not-found')
  async published(@Param('id') discussionId: string): Promise<ReportResponse> {
    const report = await this.reports.published(discussionId);
    if (!report) throw new DomainError('not-found', 'no report is published on this discussion');
    return ReportResponse.of(report);
  }

  @Get('report-versions')
  @May('report.read')
  @ApiCookieAuth('session')
  @ApiOperation({ summary: 'Every version of the report of the own body, the newest first' })
  @ApiOkResponse({ type: [ReportResponse] })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async versions(@Param('id') discussionId: string, @Officer() officer: OfficerActor): Promise<ReportResponse[]> {
    return (await this.reports.versions(discussionId, officer)).map((report) => ReportResponse.of(report));
  }
}
