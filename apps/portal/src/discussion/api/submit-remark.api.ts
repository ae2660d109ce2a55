import { Body, Controller, Headers, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { readIdempotencyKey } from '../../api-kit/idempotency-key.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { shaped } from '../../api-kit/body-shape.js';
import { jsonObject } from '../../api-kit/json-part.js';
import { FilesCounted } from '../../limits/limited.js';
import { Public } from '../../rights/public.js';
import { Attachments } from '../attachments.js';
import { ConfirmedSenders } from '../pages/confirmed-sender.js';
import { RemarkDoor } from '../remark-door.js';
import { AcknowledgementResponse } from './acknowledgement.response.js';
import { SubmitRemarkRequest } from './submit-remark.request.js';

interface SentRemark {
  readonly remark: SubmitRemarkRequest;
  readonly files: string[];
  /** Of a form, as a file. */
  readonly signature?: Buffer;
}

@ApiTags('remarks')
@Controller('api/v1/discussions/:id/remarks')
export class SubmitRemarkApi {
  constructor(
    private readonly door: RemarkDoor,
    private readonly attachments: Attachments,
    private readonly senders: ConfirmedSenders,
  ) {}

  @Post()
  @Public()
  @FilesCounted()
  @ApiOperation({
    summary: 'Send a remark or a proposal (R8.4)',
    description:
      'JSON, or multipart/form-data with the JSON in the field `remark` and up to ten `files`. Where the profile of the discussion ' +
      'asks for a confirmed sender, the header Sender-Pass, or the cookie of the pages on which senders are confirmed, is sent along; ' +
      'without it the answer is ' +
      '422 `sender-not-confirmed`, whose `details.needs` and `details.fault` say what is asked for and what was wrong (AMB-20). ' +
      'Where it asks for a signed remark, `signature` comes along, or the file `signature` of a form: a detached CMS over the ' +
      'bytes that `remark-document` answers for the same body. One that does not hold is 422 `signature-refused`, whose ' +
      '`details.reason` says why; 503 `signature-verifier-unavailable` when nobody could tell.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'A quoted string of 1-255 visible characters' })
  @ApiHeader({
    name: 'Sender-Pass',
    required: false,
    description:
      'From `POST /api/v1/sender-passes`: the address of the sender is confirmed for this discussion (AMB-20)',
  })
  @ApiHeader({
    name: 'Remark-Ticket',
    required: false,
    description: 'From `details.ticket` of a 429: the same remark, sent again, then arrived when it first did (REQ-47)',
  })
  @ApiHeader({
    name: 'Remark-Proof',
    required: false,
    description:
      'JSON `{ challenge, solution }`: `details.challenge` of the 429, solved as altcha does, in place of the wait',
  })
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ type: SubmitRemarkRequest })
  @ApiCreatedResponse({ type: AcknowledgementResponse })
  @Refuses(
    'not-found',
    'discussion-closed',
    'discussion-not-open',
    'discussion-withdrawn',
    'sender-not-confirmed',
    'signature-refused',
    'signature-verifier-unavailable',
    'idempotency-key-invalid',
    'idempotency-key-reused',
    'request-in-progress',
    'attachment-refused',
    'too-busy',
    'too-many-requests',
  )
  async submit(
    @Param('id') discussionId: string,
    @Headers() headers: Readonly<Record<string, string | undefined>>,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ): Promise<AcknowledgementResponse> {
    const idempotencyKey = readIdempotencyKey(headers['idempotency-key']);
    const { remark, files, ...parts }: SentRemark = request.isMultipart()
      ? await this.fromParts(request)
      : { remark: await shaped(SubmitRemarkRequest, body), files: [] };
    const { sender, anchors = [], hasNameConsent, signature: base64, ...content } = remark;
    const signature = parts.signature ?? (base64 === undefined ? undefined : Buffer.from(base64, 'base64'));
    const confirmedBy = this.senders.of({ request });
    const acknowledgement = await this.door.submit(
      request,
      {
        discussionId,
        channel: 'API',
        idempotencyKey,
        hasNameConsent,
        content: { ...content, anchors },
        sender: { ...sender, ...(confirmedBy ? { confirmedBy } : {}) },
        attachments: files,
        ...(signature ? { signature } : {}),
      },
      { ticket: headers['remark-ticket'], proof: headers['remark-proof'] },
    );
    return AcknowledgementResponse.of(acknowledgement);
  }

  private async fromParts(request: FastifyRequest): Promise<SentRemark> {
    const { fields, files, refused, signature } = await this.attachments.receive(request);
    if (refused[0]) throw refused[0];
    const { remark: text, ...others } = fields;
    const remark = await shaped(SubmitRemarkRequest, { ...others, ...jsonObject(text) });
    return { remark, files: files.map(({ id }) => id), signature };
  }
}
