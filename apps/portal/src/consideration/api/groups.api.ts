import {
  ChooseRepresentative,
  DissolveGroup,
  GroupRemarks,
  GroupsOfDiscussion,
  LeaveGroup,
  MembersOfGroup,
} from '#lib/consideration';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCookieAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { pageOf, PageQuery } from '../../api-kit/page.query.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { groupNo } from '../group-no.js';
import { GroupRemarksRequest, RepresentativeRequest, SeenRequest } from './group.requests.js';
import {
  ConfirmedGroupResponse,
  GroupMemberPageResponse,
  RemarkGroupPageResponse,
  RemarkGroupResponse,
} from './group.responses.js';

@ApiTags('consideration')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id/groups')
export class GroupsApi {
  constructor(
    private readonly groups: GroupsOfDiscussion,
    private readonly members: MembersOfGroup,
  ) {}

  @Get()
  @May('work.read')
  @ApiOperation({ summary: 'The groups of similar remarks of a discussion of the own body (REQ-44)' })
  @ApiOkResponse({ type: RemarkGroupPageResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async list(
    @Param('id') id: string,
    @Query() query: PageQuery,
    @Officer() officer: OfficerActor,
  ): Promise<RemarkGroupPageResponse> {
    return RemarkGroupPageResponse.of(await this.groups.of(id, officer, pageOf(query)));
  }

  @Get(':no')
  @May('work.read')
  @ApiOperation({ summary: 'One group, with what a dissolution sends back' })
  @ApiOkResponse({ type: RemarkGroupResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async show(
    @Param('id') id: string,
    @Param('no') no: string,
    @Officer() officer: OfficerActor,
  ): Promise<RemarkGroupResponse> {
    return RemarkGroupResponse.of(await this.groups.one(id, groupNo(no), officer));
  }

  @Get(':no/members')
  @May('work.read')
  @ApiOperation({ summary: 'The remarks of a group with their senders, in the order of arrival' })
  @ApiOkResponse({ type: GroupMemberPageResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async listMembers(
    @Param('id') id: string,
    @Param('no') no: string,
    @Query() query: PageQuery,
    @Officer() officer: OfficerActor,
  ): Promise<GroupMemberPageResponse> {
    await this.groups.one(id, groupNo(no), officer);
    return GroupMemberPageResponse.of(await this.members.of(id, groupNo(no), officer, pageOf(query)));
  }
}

@ApiTags('consideration')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id/groups')
export class GroupActsApi {
  constructor(
    private readonly groupRemarks: GroupRemarks,
    private readonly leaveGroup: LeaveGroup,
    private readonly chooseRepresentative: ChooseRepresentative,
    private readonly dissolveGroup: DissolveGroup,
  ) {}

  @Post()
  @May('remarks.group')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make a group of chosen remarks, of all or of none' })
  @ApiOkResponse({ type: ConfirmedGroupResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen', 'conflict')
  async group(
    @Param('id') discussionId: string,
    @Body() { numbers }: GroupRemarksRequest,
    @Officer() officer: OfficerActor,
  ): Promise<ConfirmedGroupResponse> {
    return ConfirmedGroupResponse.of(await this.groupRemarks.execute({ discussionId, numbers }, officer));
  }

  @Post(':no/members')
  @May('remarks.group')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let chosen remarks join a group, all or none' })
  @ApiOkResponse({ type: ConfirmedGroupResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen', 'conflict')
  async join(
    @Param('id') discussionId: string,
    @Param('no') no: string,
    @Body() { numbers }: GroupRemarksRequest,
    @Officer() officer: OfficerActor,
  ): Promise<ConfirmedGroupResponse> {
    const input = { discussionId, numbers, joins: groupNo(no) };
    return ConfirmedGroupResponse.of(await this.groupRemarks.execute(input, officer));
  }

  @Delete(':no/members/:number')
  @May('remarks.group')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take one remark out of its group; it keeps its number and stands by itself again' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen')
  async leave(
    @Param('id') discussionId: string,
    @Param('no') no: string,
    @Param('number') number: string,
    @Officer() officer: OfficerActor,
  ): Promise<void> {
    await this.leaveGroup.execute({ discussionId, no: groupNo(no), number }, officer);
  }

  @Put(':no/representative')
  @May('remarks.group')
  @HttpCode(204)
  @ApiOperation({ summary: 'Choose the remark whose text stands for the group' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen', 'conflict')
  async represent(
    @Param('id') discussionId: string,
    @Param('no') no: string,
    @Body() { number }: RepresentativeRequest,
    @Officer() officer: OfficerActor,
  ): Promise<void> {
    await this.chooseRepresentative.execute({ discussionId, no: groupNo(no), number }, officer);
  }

  @Post(':no/dissolution')
  @May('remarks.group')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a group apart: every remark stands by itself again' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'report-frozen', 'conflict')
  async dissolve(
    @Param('id') discussionId: string,
    @Param('no') no: string,
    @Body() { seen }: SeenRequest,
    @Officer() officer: OfficerActor,
  ): Promise<void> {
    await this.dissolveGroup.execute({ discussionId, no: groupNo(no), seen }, officer);
  }
}
