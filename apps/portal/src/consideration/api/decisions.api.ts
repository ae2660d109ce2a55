import { DecideRemark, DecideRemarks } from '#lib/consideration';
import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { BulkDecisionRequest, DecisionRequest } from './decision.requests.js';

export class DecidedResponse {
  @ApiProperty({ format: 'uuid' })
  remarkId: string;

  @ApiProperty({ description: 'Version of the decision on the point, from 1' })
  version: number;
}

@ApiTags('consideration')
@ApiCookieAuth('session')
@Controller('api/v1')
export class DecisionsApi {
  constructor(
    private readonly decideRemark: DecideRemark,
    private readonly decideRemarks: DecideRemarks,
  ) {}

  @Put('remarks/:id/decision')
  @May('remark.decide')
  @ApiOperation({
    summary: 'Decide a point of one remark, by the id of the queue; an earlier decision is superseded (REQ-56)',
  })
  @ApiOkResponse({ type: DecidedResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen')
  async decide(
    @Param('id') remarkId: string,
    @Body() body: DecisionRequest,
    @Officer() officer: OfficerActor,
  ): Promise<DecidedResponse> {
    return { remarkId, version: await this.decideRemark.execute({ remarkId, ...body }, officer) };
  }

  @Post('decisions')
  @May('remark.decide')
  @HttpCode(200)
  @ApiOperation({ summary: 'The same decision on many remarks, on all or on none (REQ-44)' })
  @ApiOkResponse({ type: [DecidedResponse] })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen')
  async decideMany(@Body() body: BulkDecisionRequest, @Officer() officer: OfficerActor): Promise<DecidedResponse[]> {
    const versions = await this.decideRemarks.execute(body, officer);
    return [...versions].map(([remarkId, version]) => ({ remarkId, version }));
  }
}
