import { createHash } from 'node:crypto';
import { DocumentToSign } from '#lib/discussion';
import { AttachmentRefused, sniffAttachment } from '#lib/files';
import { Body, Controller, HttpCode, Param, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { shaped } from '../../api-kit/body-shape.js';
import { jsonObject } from '../../api-kit/json-part.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Limited } from '../../limits/limited.js';
import { readParts } from '../../request/read-parts.js';
import { Public } from '../../rights/public.js';
import { SIGNATURE_FIELD } from '../attachments.js';
import { signedDocumentFile } from '../signed-document-file.js';
import { RemarkDocumentRequest } from './submit-remark.request.js';

@ApiTags('remarks')
@Controller('api/v1/discussions/:id/remark-document')
export class RemarkDocumentApi {
  constructor(private readonly documents: DocumentToSign) {}

  @Post()
  @Public()
  @Limited('upload', (request) => request.isMultipart())
  @HttpCode(200)
  @ApiOperation({
    summary: 'The bytes that the sender of a remark signs (AMB-20)',
    description:
      'For a body as it will be sent, JSON or multipart/form-data with the files themselves; nothing is stored. The answer is the ' +
      'RFC 8785 JSON, in UTF-8, of `{anchors, attachments, discussionId, kind, language, onBehalfOf, proposedWording, publicName, ' +
      'scheme, text}`: `scheme` is `talqy-remark/1`; `anchors` in the order of their letters; `attachments` the SHA-256 of each file ' +
      'as it is sent, hex, in its order; `publicName` the name when `hasNameConsent`, else null; `onBehalfOf` `{bin, organisation}` ' +
      'of a legal entity, else null; what is not sent is null. Sign these bytes as they are by a detached CMS (PKCS#7) and send it ' +
      'as `signature` with the same body.',
  })
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ type: RemarkDocumentRequest })
  @ApiProduces('application/json')
  @ApiOkResponse({ description: 'Exactly the bytes to sign', schema: { type: 'object' } })
  @Refuses('not-found', 'attachment-refused', 'too-many-requests')
  async document(
    @Param('id') discussionId: string,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ): Promise<StreamableFile> {
    const { remark, hashes } = request.isMultipart()
      ? await fromParts(request)
      : { remark: await shaped(RemarkDocumentRequest, body), hashes: [] };
    const { sender, anchors = [], hasNameConsent, ...content } = remark;
    const toSign = { discussionId, content: { ...content, anchors }, sender, hasNameConsent };
    return signedDocumentFile(await this.documents.of(toSign, hashes));
  }
}

/** @throws AttachmentRefused for a file that would not be taken */
async function fromParts(request: FastifyRequest): Promise<{ remark: RemarkDocumentRequest; hashes: string[] }> {
  const hashes: string[] = [];
  const refused: AttachmentRefused[] = [];
  const { remark: text, ...others } = await readParts(request, async ({ content, name, field }) => {
    if (field === SIGNATURE_FIELD) return;
    hashes.push(createHash('sha256').update(content).digest('hex'));
    try {
      await sniffAttachment(content, name);
    } catch (error) {
      if (!(error instanceof AttachmentRefused)) throw error;
      refused.push(error);
    }
  });
  if (refused[0]) throw refused[0];
  return { remark: await shaped(RemarkDocumentRequest, { ...others, ...jsonObject(text) }), hashes };
}
