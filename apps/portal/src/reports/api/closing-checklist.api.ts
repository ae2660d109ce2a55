import { Controller, Get, Param } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { ClosingFacts } from '../closing-facts.js';
import { OwnReport } from '../own-report.js';
import { ClosingChecklistResponse } from './closing-checklist.responses.js';

@ApiTags('reports')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id/closing-checklist')
export class ClosingChecklistApi {
  constructor(
    private readonly own: OwnReport,
    private readonly closing: ClosingFacts,
  ) {}

  @Get()
  @May('report.read')
  @ApiOperation({ summary: 'What still stands in the way of the report, and what a signer is warned of' })
  @ApiOkResponse({ type: ClosingChecklistResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async show(@Param('id') discussionId: string, @Officer() officer: OfficerActor): Promise<ClosingChecklistResponse> {
    const state = await this.own.of(discussionId, officer);
    return ClosingChecklistResponse.of(state, await this.closing.of(state.discussion, officer));
  }
}
