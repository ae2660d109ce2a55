import { DiscussionById, ListDiscussions } from '#lib/discussion';
import { DraftTexts } from '#lib/drafting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { asks, Limited } from '../../limits/limited.js';
import { pageOf } from '../../api-kit/page.query.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { DraftTextResponse } from '../../drafting/api/drafting.responses.js';
import { Public } from '../../rights/public.js';
import { DiscussionsQuery } from './discussions.query.js';
import { DiscussionDetailsResponse, DiscussionPageResponse, LateArrivalsResponse } from './discussion.responses.js';

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
  @Limited('search', asks('q'))
  @ApiOperation({ summary: 'Discussions: open ones by their close, then the others, the latest placed first' })
  @ApiOkResponse({ type: DiscussionPageResponse })
  @Refuses()
  async list(@Query() query: DiscussionsQuery): Promise<DiscussionPageResponse> {
    return DiscussionPageResponse.of(await this.discussions.execute(query.filter(), pageOf(query), query.sort));
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
