import { CreateProcedure } from '#lib/drafting';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCookieAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { OwnDossier } from '../own-dossier.js';
import { CreateProcedureRequest } from './drafting.requests.js';
import { ProcedureResponse } from './drafting.responses.js';

@ApiTags('procedures')
@ApiCookieAuth('session')
@Controller('api/v1/procedures')
export class ProceduresApi {
  constructor(
    private readonly createProcedure: CreateProcedure,
    private readonly dossiers: OwnDossier,
  ) {}

  @Post()
  @May('dossier.begin')
  @ApiOperation({ summary: 'Open the dossier of a draft of the own body (R5)' })
  @ApiCreatedResponse({ type: ProcedureResponse })
  @Refuses('not-signed-in', 'not-allowed', 'conflict')
  async create(@Body() body: CreateProcedureRequest, @Officer() officer: OfficerActor): Promise<ProcedureResponse> {
    const id = await this.createProcedure.execute({ ...body, developerId: officer.bodyId }, officer);
    return ProcedureResponse.of(await this.dossiers.of(id, officer));
  }

  @Get(':id')
  @May('dossier.read')
  @ApiOperation({ summary: 'A dossier of the own body' })
  @ApiOkResponse({ type: ProcedureResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async get(@Param('id') id: string, @Officer() officer: OfficerActor): Promise<ProcedureResponse> {
    return ProcedureResponse.of(await this.dossiers.of(id, officer));
  }
}
