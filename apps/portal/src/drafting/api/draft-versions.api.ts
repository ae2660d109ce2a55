import { DraftTexts, ImportDraft, SaveDraftVersion } from '#lib/drafting';
import { NotFound } from '#lib/identity';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { draftFilesOf } from '../draft-files.js';
import { OwnDossier } from '../own-dossier.js';
import { SaveVersionRequest } from './drafting.requests.js';
import { DraftTextResponse, ImportedDraftResponse, VersionResponse } from './drafting.responses.js';

const importBody: Parameters<typeof ApiBody>[0] = {
  schema: {
    type: 'object',
    required: ['kk', 'ru'],
    properties: {
      kk: { type: 'string', format: 'binary' },
      ru: { type: 'string', format: 'binary' },
      en: { type: 'string', format: 'binary' },
      dryRun: { type: 'string', enum: ['true', 'false'] },
    },
  },
};

@ApiTags('procedures')
@ApiCookieAuth('session')
@Controller('api/v1/procedures/:id/versions')
export class DraftVersionsApi {
  constructor(
    private readonly saveVersion: SaveDraftVersion,
    private readonly importDraft: ImportDraft,
    private readonly texts: DraftTexts,
    private readonly dossiers: OwnDossier,
  ) {}

  @Get('latest')
  @May('dossier.read')
  @ApiOperation({ summary: 'The latest text of a dossier of the own body' })
  @ApiOkResponse({ type: DraftTextResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async latest(@Param('id') id: string, @Officer() officer: OfficerActor): Promise<DraftTextResponse> {
    const { latestVersion } = await this.dossiers.of(id, officer);
    if (!latestVersion) throw new NotFound('draft version');
    return DraftTextResponse.of(await this.texts.byVersion(latestVersion.id));
  }

  @Post()
  @May('draft.save')
  @ApiOperation({ summary: 'Save a text as the next version; clauses keep their lineage (REQ-24)' })
  @ApiCreatedResponse({ type: VersionResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state')
  async save(
    @Param('id') procedureId: string,
    @Body() body: SaveVersionRequest,
    @Officer() officer: OfficerActor,
  ): Promise<VersionResponse> {
    return VersionResponse.of(await this.saveVersion.execute({ procedureId, ...body }, officer));
  }

  @Post('import')
  @May('draft.save')
  @ApiOperation({ summary: 'Read a text from Markdown or DOCX files, one a language; `dryRun` saves nothing' })
  @ApiConsumes('multipart/form-data')
  @ApiBody(importBody)
  @ApiCreatedResponse({ type: ImportedDraftResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'import-refused')
  async import(
    @Param('id') procedureId: string,
    @Req() request: FastifyRequest,
    @Officer() officer: OfficerActor,
  ): Promise<ImportedDraftResponse> {
    await this.dossiers.of(procedureId, officer);
    const { files, isDryRun } = await draftFilesOf(request);
    return ImportedDraftResponse.of(await this.importDraft.execute({ procedureId, files, isDryRun }, officer));
  }
}
