import {
  ConfirmGroup,
  DismissSuggestion,
  GroupingProgress,
  GroupSuggestions,
  RequestGrouping,
  SuggestionMembers,
} from '#lib/consideration';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCookieAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { pageOf, PageQuery } from '../../api-kit/page.query.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { ConfirmGroupRequest, SeenRequest } from './group.requests.js';
import {
  ConfirmedGroupResponse,
  GroupMemberPageResponse,
  GroupSuggestionPageResponse,
  GroupSuggestionResponse,
  SearchResponse,
} from './group.responses.js';

@ApiTags('consideration')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id')
export class SearchForSimilarApi {
  constructor(
    private readonly progress: GroupingProgress,
    private readonly requestGrouping: RequestGrouping,
  ) {}

  @Get('grouping')
  @May('work.read')
  @ApiOperation({ summary: 'How far the search for similar remarks is (REQ-44)' })
  @ApiOkResponse({ type: SearchResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async show(@Param('id') id: string, @Officer() officer: OfficerActor): Promise<SearchResponse> {
    return SearchResponse.of(await this.progress.of(id, officer));
  }

  @Post('grouping')
  @May('remarks.group')
  @HttpCode(200)
  @ApiOperation({ summary: 'Look for similar remarks again; while a search runs another is not begun' })
  @ApiOkResponse({ type: SearchResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen')
  async search(@Param('id') id: string, @Officer() officer: OfficerActor): Promise<SearchResponse> {
    await this.requestGrouping.execute(id, officer);
    return SearchResponse.of(await this.progress.of(id, officer));
  }
}

@ApiTags('consideration')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id/group-suggestions')
export class GroupSuggestionsApi {
  constructor(
    private readonly suggestions: GroupSuggestions,
    private readonly members: SuggestionMembers,
    private readonly confirmGroup: ConfirmGroup,
    private readonly dismissSuggestion: DismissSuggestion,
  ) {}

  @Get()
  @May('work.read')
  @ApiOperation({ summary: 'Similar remarks of a discussion of the own body, suggested as groups, the largest first' })
  @ApiOkResponse({ type: GroupSuggestionPageResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async list(
    @Param('id') id: string,
    @Query() query: PageQuery,
    @Officer() officer: OfficerActor,
  ): Promise<GroupSuggestionPageResponse> {
    return GroupSuggestionPageResponse.of(await this.suggestions.of(id, officer, pageOf(query)));
  }

  @Get(':suggestionId')
  @May('work.read')
  @ApiOperation({ summary: 'One suggestion, with what a confirmation sends back' })
  @ApiOkResponse({ type: GroupSuggestionResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async show(
    @Param('id') id: string,
    @Param('suggestionId') suggestionId: string,
    @Officer() officer: OfficerActor,
  ): Promise<GroupSuggestionResponse> {
    return GroupSuggestionResponse.of(await this.suggestions.one(id, suggestionId, officer));
  }

  @Get(':suggestionId/members')
  @May('work.read')
  @ApiOperation({ summary: 'The suggested remarks with their senders, the least similar first' })
  @ApiOkResponse({ type: GroupMemberPageResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async listMembers(
    @Param('id') id: string,
    @Param('suggestionId') suggestionId: string,
    @Query() query: PageQuery,
    @Officer() officer: OfficerActor,
  ): Promise<GroupMemberPageResponse> {
    await this.suggestions.one(id, suggestionId, officer);
    return GroupMemberPageResponse.of(await this.members.of(id, suggestionId, officer, pageOf(query)));
  }

  @Post(':suggestionId/confirmation')
  @May('remarks.group')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make a group of the suggested remarks, or let them join the one they resemble (REQ-44)' })
  @ApiOkResponse({ type: ConfirmedGroupResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen', 'conflict')
  async confirm(
    @Param('id') discussionId: string,
    @Param('suggestionId') suggestionId: string,
    @Body() body: ConfirmGroupRequest,
    @Officer() officer: OfficerActor,
  ): Promise<ConfirmedGroupResponse> {
    const input = { discussionId, suggestionId, seen: body.seen, leaveOut: body.leaveOut };
    return ConfirmedGroupResponse.of(await this.confirmGroup.execute(input, officer));
  }

  @Post(':suggestionId/dismissal')
  @May('remarks.group')
  @HttpCode(204)
  @ApiOperation({ summary: 'They are no group; the same remarks are not suggested again' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen', 'conflict')
  async dismiss(
    @Param('id') discussionId: string,
    @Param('suggestionId') suggestionId: string,
    @Body() { seen }: SeenRequest,
    @Officer() officer: OfficerActor,
  ): Promise<void> {
    await this.dismissSuggestion.execute({ discussionId, suggestionId, seen }, officer);
  }
}
