import { SubmitRemark } from '#lib/discussion';
import { Body, Controller, Headers, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { readIdempotencyKey } from '../../api-kit/idempotency-key.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { shaped } from '../../api-kit/body-shape.js';
import { jsonObject } from '../../api-kit/json-part.js';
import { elapsedSinceArrival } from '../../request/arrival-clock.js';
import { Public } from '../../rights/public.js';
import { Attachments } from '../attachments.js';
import { AcknowledgementResponse } from './acknowledgement.response.js';
import { SubmitRemarkRequest } from './submit-remark.request.js';

@ApiTags('remarks')
@Controller('api/v1/discussions/:id/remarks')
export class SubmitRemarkApi {
  constructor(
    private readonly submitRemark: SubmitRemark,
    private readonly attachments: Attachments,
  ) {}

  @Post()
  @Public()
  @ApiOperation({
    summary: 'Send a remark or a proposal (R8.4)',
    description: 'JSON, or multipart/form-data with the JSON in the field `remark` and up to ten `files`.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'A quoted string of 1-255 visible characters' })
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ type: SubmitRemarkRequest })
  @ApiCreatedResponse({ type: AcknowledgementResponse })
  @Refuses(
    'not-found',
    'discussion-closed',
    'discussion-not-open',
    'discussion-withdrawn',
    'idempotency-key-invalid',
    'idempotency-key-reused',
    'request-in-progress',
    'attachment-refused',
    'too-busy',
  )
  async submit(
    @Param('id') discussionId: string,
    @Headers('idempotency-key') header: string | undefined,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ): Promise<AcknowledgementResponse> {
    const idempotencyKey = readIdempotencyKey(header);
    const { remark, files } = request.isMultipart()
      ? await this.fromParts(request)
      : { remark: await shaped(SubmitRemarkRequest, body), files: [] };
    const { sender, anchors = [], hasNameConsent, ...content } = remark;
    const acknowledgement = await this.submitRemark.execute(
      {
        discussionId,
        channel: 'API',
        idempotencyKey,
        hasNameConsent,
        content: { ...content, anchors },
        sender: { ...sender },
        attachments: files,
      },
      { elapsedMs: elapsedSinceArrival(request) },
    );
    return AcknowledgementResponse.of(acknowledgement);
  }

  private async fromParts(request: FastifyRequest): Promise<{ remark: SubmitRemarkRequest; files: string[] }> {
    const { fields, files, refused } = await this.attachments.receive(request);
    if (refused[0]) throw refused[0];
    const { remark: text, ...others } = fields;
    const remark = await shaped(SubmitRemarkRequest, { ...others, ...jsonObject(text) });
    return { remark, files: files.map(({ id }) => id) };
  }
}
