import { CancelReportRun, ReportRunOf, RequestReport, RetryReportRun } from '#lib/reports';
import { DomainError } from '#lib/kernel';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { ReportRunResponse } from './report-run.responses.js';

/** The making of a report: asked for, watched, given up, tried again. */
@ApiTags('reports')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id')
export class ReportRunApi {
  constructor(
    private readonly runs: ReportRunOf,
    private readonly requestReport: RequestReport,
    private readonly cancelRun: CancelReportRun,
    private readonly retryRun: RetryReportRun,
  ) {}

  @Post('report')
  @May('report.make')
  @HttpCode(202)
  @ApiOperation({ summary: 'Have the report assembled (again); while one is being made, that one is meant' })
  @ApiAcceptedResponse({ type: ReportRunResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen')
  async request(@Param('id') discussionId: string, @Officer() officer: OfficerActor): Promise<ReportRunResponse> {
    await this.requestReport.execute(discussionId, officer);
    return this.newest(discussionId, officer);
  }

  @Get('report-run')
  @May('report.read')
  @ApiOperation({ summary: 'How far the making of the report is' })
  @ApiOkResponse({ type: ReportRunResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  newest(@Param('id') discussionId: string, @Officer() officer: OfficerActor): Promise<ReportRunResponse> {
    return this.ofDiscussion(discussionId, officer);
  }

  @Post('report-run/cancellation')
  @May('report.make')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give up the making of the report; what was made of it is dropped' })
  @ApiOkResponse({ type: ReportRunResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state')
  async cancel(@Param('id') discussionId: string, @Officer() officer: OfficerActor): Promise<ReportRunResponse> {
    await this.cancelRun.execute((await this.ofDiscussion(discussionId, officer)).id, officer);
    return this.ofDiscussion(discussionId, officer);
  }

  @Post('report-run/retry')
  @May('report.make')
  @HttpCode(202)
  @ApiOperation({ summary: 'Try a failed run again, from the step at which it stopped' })
  @ApiAcceptedResponse({ type: ReportRunResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state')
  async retry(@Param('id') discussionId: string, @Officer() officer: OfficerActor): Promise<ReportRunResponse> {
    await this.retryRun.execute((await this.ofDiscussion(discussionId, officer)).id, officer);
    return this.ofDiscussion(discussionId, officer);
  }

  private async ofDiscussion(discussionId: string, officer: OfficerActor): Promise<ReportRunResponse> {
    const run = await this.runs.newest(discussionId, officer);
    if (!run) throw new DomainError('not-found', 'no report is being made of this discussion');
    return ReportRunResponse.of(run);
  }
}
