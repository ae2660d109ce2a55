import {
  changeNatures,
  type ChangeNature,
  ChangeTrace,
  StateOwnInitiative,
  type TracedChange,
} from '#lib/consideration';
import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import {
  ApiCookieAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { MultilingualResponse } from '../../api-kit/multilingual.response.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';

export class OwnInitiativeRequest {
  @ApiProperty({ enum: changeNatures, description: 'Of substance: a new discussion is due by default (AMB-14)' })
  @IsIn(changeNatures)
  nature: ChangeNature;

  @ApiProperty({ maxLength: 5_000 })
  @IsString()
  @MaxLength(5_000)
  reasonKk: string;

  @ApiProperty({ maxLength: 5_000 })
  @IsString()
  @MaxLength(5_000)
  reasonRu: string;
}

export class PointBehindResponse {
  @ApiProperty({ description: 'Of the remark' })
  number: string;

  @ApiProperty({ description: 'From 1' })
  point: number;
}

export class ChangeResponse {
  @ApiProperty({ format: 'uuid', description: 'Lineage id of the clause' })
  clause: string;

  @ApiProperty({ enum: ['changed', 'added', 'removed'] })
  change: string;

  @ApiProperty({ type: MultilingualResponse, nullable: true })
  before: MultilingualResponse | null;

  @ApiProperty({ type: MultilingualResponse, nullable: true })
  after: MultilingualResponse | null;

  @ApiProperty({ type: [PointBehindResponse], description: 'Accepted points that name it: the first hundred' })
  points: PointBehindResponse[];

  @ApiProperty()
  pointsInAll: number;

  @ApiProperty({ type: OwnInitiativeRequest, nullable: true })
  ownInitiative: OwnInitiativeRequest | null;

  @ApiProperty({ description: 'Whether a point or an own initiative explains it' })
  isTraced: boolean;

  static of({
    lineageId,
    change,
    before,
    after,
    points,
    pointsInAll,
    ownInitiative,
    isTraced,
  }: TracedChange): ChangeResponse {
    const named = points.map(({ number, point }) => ({ number, point }));
    return { clause: lineageId, change, before, after, points: named, pointsInAll, ownInitiative, isTraced };
  }
}

@ApiTags('consideration')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id/changes')
export class ChangesApi {
  constructor(
    private readonly trace: ChangeTrace,
    private readonly stateOwnInitiative: StateOwnInitiative,
  ) {}

  @Get()
  @May('work.read')
  @ApiOperation({ summary: 'What the revised draft changed, and what stands behind each change (REQ-52, REQ-76)' })
  @ApiOkResponse({ type: [ChangeResponse] })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async list(@Param('id') id: string, @Officer() officer: OfficerActor): Promise<ChangeResponse[]> {
    return (await this.trace.of(id, officer)).map((change) => ChangeResponse.of(change));
  }

  @Put(':clause/own-initiative')
  @May('change.explain')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say why a clause was changed that no accepted point asked for (AMB-14)' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen')
  async explain(
    @Param() { id: discussionId, clause }: Record<'id' | 'clause', string>,
    @Body() { nature, reasonKk, reasonRu }: OwnInitiativeRequest,
    @Officer() officer: OfficerActor,
  ): Promise<void> {
    await this.stateOwnInitiative.execute({ discussionId, clause, nature, reasonKk, reasonRu }, officer);
  }
}
