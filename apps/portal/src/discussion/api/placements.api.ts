import { AddPlacement, DiscussionById, PlaceDraft } from '#lib/discussion';
import { instant, isId } from '#lib/kernel';
import { NotFound } from '#lib/identity';
import { type Channel, channels } from '#lib/time-limits';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCookieAuth, ApiCreatedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { DiscussionDetailsResponse } from './discussion.responses.js';

export class PlacementRequest {
  @ApiProperty({ enum: channels })
  @IsIn(channels)
  channel: Channel;

  @ApiProperty({ format: 'uri', maxLength: 2_000 })
  @IsString()
  @MaxLength(2_000)
  url: string;

  @ApiProperty({ format: 'date-time', description: 'With its offset' })
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/)
  placedAt: string;

  @ApiProperty({ required: false, pattern: '^[0-9a-f]{64}$' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  proofSha256?: string;
}

export class PlaceDraftRequest {
  @ApiProperty({ type: [PlacementRequest], minItems: 1, maxItems: 20 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PlacementRequest)
  placements: PlacementRequest[];

  @ApiProperty({ required: false, minimum: 1, description: 'In the unit of the profile; never below its minimum' })
  @IsOptional()
  @IsInt()
  @Min(1)
  length?: number;
}

@ApiTags('discussions')
@ApiCookieAuth('session')
@Controller('api/v1')
export class PlacementsApi {
  constructor(
    private readonly placeDraft: PlaceDraft,
    private readonly addPlacement: AddPlacement,
    private readonly discussions: DiscussionById,
  ) {}

  @Post('procedures/:id/discussion')
  @May('draft.place')
  @ApiOperation({ summary: 'Place the draft: its text is frozen and the discussion opens (R8.1, R8.2)' })
  @ApiCreatedResponse({ type: DiscussionDetailsResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'placement-refused', 'term-not-computable')
  async place(
    @Param('id') procedureId: string,
    @Body() { placements, length }: PlaceDraftRequest,
    @Officer() officer: OfficerActor,
  ): Promise<DiscussionDetailsResponse> {
    if (!isId(procedureId)) throw new NotFound('procedure');
    const id = await this.placeDraft.execute({ procedureId, placements: placements.map(placed), length }, officer);
    return DiscussionDetailsResponse.of(await this.discussions.execute(id));
  }

  @Post('discussions/:id/placements')
  @May('placement.add')
  @ApiOperation({ summary: 'Record one more channel; the term may start or be extended by it, never shortened' })
  @ApiCreatedResponse({ type: DiscussionDetailsResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'conflict', 'placement-refused')
  async add(
    @Param('id') discussionId: string,
    @Body() body: PlacementRequest,
    @Officer() officer: OfficerActor,
  ): Promise<DiscussionDetailsResponse> {
    if (!isId(discussionId)) throw new NotFound('discussion');
    await this.addPlacement.execute({ discussionId, placement: placed(body) }, officer);
    return DiscussionDetailsResponse.of(await this.discussions.execute(discussionId));
  }
}

const placed = (placement: PlacementRequest) => ({ ...placement, placedAt: instant(placement.placedAt) });
