import { DiscussionById } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import { DropErratum, ErrataOf, OpenErratum } from '#lib/reports';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import {
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { Public } from '../../rights/public.js';
import { May } from '../../rights/may.js';
import { ErratumResponse, OpenErratumRequest } from './errata.responses.js';

/** Numbered corrections of a published report (REQ-66). */
@ApiTags('reports')
@Controller('api/v1/discussions/:id/errata')
export class ErrataApi {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly errata: ErrataOf,
    private readonly openErratum: OpenErratum,
    private readonly dropErratum: DropErratum,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Published corrections; to officials of the own body those under way too' })
  @ApiOkResponse({ type: [ErratumResponse] })
  @Refuses('not-found')
  async list(@Param('id') discussionId: string, @Req() { officer }: FastifyRequest): Promise<ErratumResponse[]> {
    const { developerId } = await this.discussions.execute(discussionId);
    const isOwn = officer?.bodyId === developerId;
    const errata = await (isOwn ? this.errata.all(discussionId) : this.errata.published(discussionId));
    return errata.map((erratum) => ErratumResponse.of(erratum));
  }

  @Post()
  @May('erratum.open')
  @ApiCookieAuth('session')
  @ApiOperation({ summary: 'Begin a correction: decisions may change again until it is signed' })
  @ApiCreatedResponse({ type: ErratumResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state')
  async open(
    @Param('id') discussionId: string,
    @Body() { reasonKk, reasonRu }: OpenErratumRequest,
    @Officer() officer: OfficerActor,
  ): Promise<ErratumResponse> {
    const number = await this.openErratum.execute({ discussionId, reasonKk, reasonRu }, officer);
    const opened = (await this.errata.all(discussionId)).find((erratum) => erratum.number === number);
    if (!opened) throw new DomainError('not-found', 'the correction was given up meanwhile');
    return ErratumResponse.of(opened);
  }

  @Delete()
  @May('erratum.open')
  @HttpCode(204)
  @ApiCookieAuth('session')
  @ApiOperation({ summary: 'Give up the correction that is open; once it changed something it has to be signed' })
  @ApiNoContentResponse({ description: 'It is given up' })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'report-blocked')
  async drop(@Param('id') discussionId: string, @Officer() officer: OfficerActor): Promise<void> {
    await this.dropErratum.execute(discussionId, officer);
  }
}
