import { AnswerPreview, ConfirmGroupDecisions, DecideGroup, SplitGroup } from '#lib/consideration';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { groupNo } from '../group-no.js';
import { DecisionRequest } from './decision.requests.js';
import { ConfirmedResponse } from './points.api.js';
import { spansOf, SplitRequest } from './points.requests.js';

export class PointQuery {
  @ApiProperty({ required: false, minimum: 1, maximum: 50, default: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  point?: number;
}

/** Who would be affected by an answer (REQ-44). */
export class AnswerPreviewResponse {
  @ApiProperty()
  remarks: number;

  @ApiProperty()
  proposals: number;

  @ApiProperty({ description: 'Different texts among them' })
  texts: number;

  @ApiProperty({ description: 'Decided already on this point: superseded by the answer' })
  decided: number;

  @ApiProperty({ description: 'Senders who are told by mail' })
  told: number;

  @ApiProperty({ description: 'Sent back with the answer: it is refused when somebody changed something meanwhile' })
  seen: string;
}

export class GroupDecisionRequest extends DecisionRequest {
  @ApiProperty({ required: false, description: '`seen` of the preview' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  seen?: string;
}

export class GroupDecidedResponse {
  @ApiProperty({ description: 'Remarks on which the decision is new' })
  decided: number;
}

export class GroupSplitResponse {
  @ApiProperty({ description: 'Passages found in the remarks of the group' })
  passages: number;
}

@ApiTags('consideration')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id/groups/:no')
export class GroupAnswerApi {
  constructor(
    private readonly preview: AnswerPreview,
    private readonly decideGroup: DecideGroup,
    private readonly splitGroup: SplitGroup,
    private readonly confirmDecisions: ConfirmGroupDecisions,
  ) {}

  @Get('answer-preview')
  @May('work.read')
  @ApiOperation({ summary: 'Who would be affected by an answer to the group (REQ-44)' })
  @ApiOkResponse({ type: AnswerPreviewResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  look(
    @Param() { id, no }: Record<'id' | 'no', string>,
    @Query() { point }: PointQuery,
    @Officer() officer: OfficerActor,
  ): Promise<AnswerPreviewResponse> {
    return this.preview.ofGroup(id, groupNo(no), officer, point);
  }

  @Put('decision')
  @May('remark.decide')
  @ApiOperation({ summary: 'Answer all remarks of a group, or none (REQ-44)' })
  @ApiOkResponse({ type: GroupDecidedResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen', 'conflict')
  async decide(
    @Param() { id: discussionId, no }: Record<'id' | 'no', string>,
    @Body() body: GroupDecisionRequest,
    @Officer() officer: OfficerActor,
  ): Promise<GroupDecidedResponse> {
    return { decided: await this.decideGroup.execute({ ...body, discussionId, no: groupNo(no) }, officer) };
  }

  @Put('points')
  @May('remark.decide')
  @ApiOperation({ summary: 'Split all remarks of a group into the same points, quoted where their words are the same' })
  @ApiOkResponse({ type: GroupSplitResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen')
  async split(
    @Param() { id: discussionId, no }: Record<'id' | 'no', string>,
    @Body() body: SplitRequest,
    @Officer() officer: OfficerActor,
  ): Promise<GroupSplitResponse> {
    const input = { discussionId, no: groupNo(no), points: spansOf(body) };
    return { passages: await this.splitGroup.execute(input, officer) };
  }

  @Post('decision-confirmation')
  @May('decision.confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stand as a second officer for the decisions on all remarks of a group' })
  @ApiOkResponse({ type: ConfirmedResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen')
  async confirm(
    @Param() { id: discussionId, no }: Record<'id' | 'no', string>,
    @Officer() officer: OfficerActor,
  ): Promise<ConfirmedResponse> {
    return { confirmed: await this.confirmDecisions.execute({ discussionId, no: groupNo(no) }, officer) };
  }
}
