import { DiscussionById, type DiscussionStatus, discussionStatuses, ListDiscussions } from '#lib/discussion';
import { DraftTexts } from '#lib/drafting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { pageOf, PageQuery } from '../../api-kit/page.query.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { DraftTextResponse } from '../../drafting/api/drafting.responses.js';
import { Public } from '../../rights/public.js';
import { DiscussionDetailsResponse, DiscussionPageResponse, LateArrivalsResponse } from './discussion.responses.js';

export class DiscussionsQuery extends PageQuery {
  @ApiProperty({ required: false, enum: discussionStatuses })
  @IsOptional()
  @IsIn(discussionStatuses)
  status?: DiscussionStatus;

  @ApiProperty({ required: false, format: 'uuid', description: 'Id of the developing body' })
  @IsOptional()
  @IsUUID()
  developerId?: string;
}

@ApiTags('discussions')
@Controller('api/v1/discussions')
export class DiscussionsApi {
  constructor(
    private readonly discussions: ListDiscussions,
    private readonly byId: DiscussionById,
    private readonly texts: DraftTexts,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Discussions: open ones by their close, others by their opening' })
  @ApiOkResponse({ type: DiscussionPageResponse })
  @Refuses()
  async list(@Query() query: DiscussionsQuery): Promise<DiscussionPageResponse> {
    const { status, developerId } = query;
    return DiscussionPageResponse.of(await this.discussions.execute({ status, developerId }, pageOf(query)));
  }

  @Get(':id')
  @Public()
  @ApiOperation({ summary: 'One discussion, with its placements' })
  @ApiOkResponse({ type: DiscussionDetailsResponse })
  @Refuses('not-found')
  async get(@Param('id') id: string): Promise<DiscussionDetailsResponse> {
    return DiscussionDetailsResponse.of(await this.byId.execute(id));
  }

  @Get(':id/text')
  @Public()
  @ApiOperation({ summary: 'The text under discussion, clause by clause' })
  @ApiOkResponse({ type: DraftTextResponse })
  @Refuses('not-found')
  async text(@Param('id') id: string): Promise<DraftTextResponse> {
    const { versionId } = await this.byId.execute(id);
    return DraftTextResponse.of(await this.texts.byVersion(versionId));
  }

  @Get(':id/late-arrivals')
  @Public()
  @ApiOperation({ summary: 'How many remarks came after the close (R8.4)' })
  @ApiOkResponse({ type: LateArrivalsResponse })
  @Refuses('not-found')
  async late(@Param('id') id: string): Promise<LateArrivalsResponse> {
    const { lateArrivals } = await this.byId.execute(id);
    return { count: lateArrivals };
  }
}
