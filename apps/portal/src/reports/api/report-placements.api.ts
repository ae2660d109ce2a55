import { DiscussionById } from '#lib/discussion';
import { instant } from '#lib/kernel';
import { RecordReportPlacement, ReportOf, ReportPlacementsOf } from '#lib/reports';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { shaped } from '../../api-kit/body-shape.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { PlacementRequest } from '../../discussion/api/placements.api.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { Public } from '../../rights/public.js';
import { May } from '../../rights/may.js';
import { PlacementProof } from '../placement-proof.js';
import { ReportPlacementsResponse } from './report-placements.responses.js';

@ApiTags('reports')
@ApiExtraModels(PlacementRequest)
@Controller('api/v1/discussions/:id/report-placements')
export class ReportPlacementsApi {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly placements: ReportPlacementsOf,
    private readonly reports: ReportOf,
    private readonly proofs: PlacementProof,
    private readonly recordPlacement: RecordReportPlacement,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Where the report stands, and which channels of the draft lack it (R8.3, REQ-65)' })
  @ApiOkResponse({ type: ReportPlacementsResponse })
  @Refuses('not-found')
  async list(@Param('id') discussionId: string): Promise<ReportPlacementsResponse> {
    await this.discussions.execute(discussionId);
    return this.ofDiscussion(discussionId);
  }

  @Post()
  @May('report.place')
  @ApiCookieAuth('session')
  @ApiOperation({
    summary: 'Record that the published report stands on a channel',
    description: 'JSON with the hash of a proof, or a form with the same members and the proof as the file `proof`.',
  })
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ schema: { $ref: getSchemaPath(PlacementRequest) } })
  @ApiCreatedResponse({ type: ReportPlacementsResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'conflict', 'attachment-refused')
  async add(
    @Param('id') discussionId: string,
    @Req() request: FastifyRequest,
    @Body() _body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<ReportPlacementsResponse> {
    const { fields, proofFileId, refused } = await this.proofs.receive(request);
    if (refused) throw refused;
    const typed = await shaped(PlacementRequest, fields);
    const placement = { ...typed, placedAt: instant(typed.placedAt) };
    await this.recordPlacement.execute({ discussionId, placement, ...(proofFileId ? { proofFileId } : {}) }, officer);
    return this.ofDiscussion(discussionId);
  }

  private async ofDiscussion(discussionId: string): Promise<ReportPlacementsResponse> {
    const report = await this.reports.published(discussionId);
    return ReportPlacementsResponse.of(await this.placements.of(discussionId), report?.missingChannels ?? []);
  }
}
