import { ConfirmDecisions, MOST_AT_ONCE, SplitRemark } from '#lib/consideration';
import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ApiCookieAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { spansOf, SplitRequest } from './points.requests.js';

export class ConfirmationRequest {
  @ApiProperty({ type: [String], minItems: 1, maxItems: MOST_AT_ONCE })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsUUID(undefined, { each: true })
  remarkIds: string[];
}

export class ConfirmedResponse {
  @ApiProperty({ description: 'Decisions confirmed by this act' })
  confirmed: number;
}

@ApiTags('consideration')
@ApiCookieAuth('session')
@Controller('api/v1')
export class PointsApi {
  constructor(
    private readonly splitRemark: SplitRemark,
    private readonly confirmDecisions: ConfirmDecisions,
  ) {}

  @Put('remarks/:id/points')
  @May('remark.decide')
  @HttpCode(204)
  @ApiOperation({ summary: 'Split a remark into points; those with the same passages keep their decisions (REQ-51)' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen')
  async split(
    @Param('id') remarkId: string,
    @Body() body: SplitRequest,
    @Officer() officer: OfficerActor,
  ): Promise<void> {
    await this.splitRemark.execute({ remarkId, points: spansOf(body) }, officer);
  }

  @Post('decision-confirmations')
  @May('decision.confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stand as a second officer for the decisions on remarks, on all or on none' })
  @ApiOkResponse({ type: ConfirmedResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen')
  async confirm(@Body() body: ConfirmationRequest, @Officer() officer: OfficerActor): Promise<ConfirmedResponse> {
    return { confirmed: await this.confirmDecisions.execute(body, officer) };
  }
}
