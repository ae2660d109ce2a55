import { StoredFiles } from '#lib/files';
import { citizen, DomainError } from '#lib/kernel';
import { SignatureOf, type SignatureView } from '#lib/reports';
import { Controller, Get, Param, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Refuses } from '../../api-kit/problem.response.js';
import { download } from '../../request/download.js';
import { Public } from '../../rights/public.js';
import { SignatureResponse } from './signature.responses.js';

/** Who signed, and everything that is needed to verify it: public with the report, to the own body's officials before. */
@ApiTags('reports')
@Controller('api/v1/reports/:id/signature')
export class SignatureApi {
  constructor(
    private readonly signatures: SignatureOf,
    private readonly files: StoredFiles,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'The signature under a published report' })
  @ApiOkResponse({ type: SignatureResponse })
  @Refuses('not-found')
  async show(@Param('id') reportId: string, @Req() request: FastifyRequest): Promise<SignatureResponse> {
    return SignatureResponse.of(reportId, await this.found(reportId, request));
  }

  @Get('sheet')
  @Public()
  @ApiOperation({ summary: 'The signing sheet, byte for byte: what a detached signature is made over' })
  @ApiOkResponse({ description: 'RFC 8785 JSON', content: { 'application/json': {} } })
  @Refuses('not-found')
  async sheet(@Param('id') reportId: string, @Req() { officer }: FastifyRequest): Promise<StreamableFile> {
    const sheet = await this.signatures.sheet(reportId, officer ?? citizen);
    if (sheet === undefined) throw new DomainError('not-found', 'there is no such signing sheet');
    const content = Buffer.from(sheet, 'utf8');
    const { version } = JSON.parse(sheet) as { readonly version: number };
    const name = `signing-sheet-v${version}.json`;
    return download({ name, mediaType: 'application/json', size: content.length, content });
  }

  @Get('file')
  @Public()
  @ApiOperation({ summary: 'The detached electronic signature (CMS), as it was uploaded' })
  @ApiOkResponse({ description: 'The file', content: { 'application/pkcs7-signature': {} } })
  @Refuses('not-found')
  async file(@Param('id') reportId: string, @Req() request: FastifyRequest): Promise<StreamableFile> {
    const { fileId } = await this.found(reportId, request);
    if (fileId === null) throw new DomainError('not-found', 'the report was signed without an electronic signature');
    return download(await this.files.read(fileId));
  }

  private async found(reportId: string, { officer }: FastifyRequest): Promise<SignatureView> {
    const signature = await this.signatures.of(reportId, officer ?? citizen);
    if (!signature) throw new DomainError('not-found', 'there is no such signature');
    return signature;
  }
}
