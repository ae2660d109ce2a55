import { SignReport, SignReportElectronically } from '#lib/reports';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCookieAuth,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { shaped } from '../../api-kit/body-shape.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { Recent } from '../../rights/recent.js';
import { May } from '../../rights/may.js';
import { readSigning } from '../signature-upload.js';
import { fieldsOfForm, SignReportRequest } from './sign-report.request.js';

export class SignedReportResponse {
  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the signed data' })
  dataSha256: string;
}

@ApiTags('reports')
@ApiCookieAuth('session')
@ApiExtraModels(SignReportRequest)
@Controller('api/v1/reports/:id/signature')
export class SignReportApi {
  constructor(
    private readonly signReport: SignReport,
    private readonly signElectronically: SignReportElectronically,
  ) {}

  @Post()
  @May('report.sign')
  @Recent()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sign: the report is frozen and then published (REQ-66)',
    description: 'With a detached electronic signature over the signing sheet, or by the statement alone.',
  })
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ required: false, schema: { $ref: getSchemaPath(SignReportRequest) } })
  @ApiOkResponse({ type: SignedReportResponse })
  @Refuses(
    'not-signed-in',
    'not-allowed',
    'not-found',
    'wrong-state',
    'conflict',
    'report-frozen',
    'report-blocked',
    'signature-refused',
    'signature-verifier-unavailable',
    'confirmation-needed',
  )
  async sign(
    @Param('id') reportId: string,
    @Req() request: FastifyRequest,
    @Body() _body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<SignedReportResponse> {
    const parts = await readSigning(request);
    const fields = request.isMultipart() ? fieldsOfForm(parts.fields as Record<string, unknown>) : parts.fields;
    const { acknowledgesWarnings = false, cms: text } = await shaped(SignReportRequest, fields);
    const cms = parts.cms ?? (text === undefined ? null : signatureOf(text));
    const input = { reportId, acknowledgesWarnings };
    const { hash } = await (cms
      ? this.signElectronically.execute({ ...input, cms }, officer)
      : this.signReport.execute(input, officer));
    return { dataSha256: hash };
  }
}

/** JSON carries bytes as Base64: they are kept as the bytes they are. PEM is a text of its own and stays one. */
const signatureOf = (text: string): Buffer =>
  /^[A-Za-z0-9+/=\s]+$/.test(text) ? Buffer.from(text, 'base64') : Buffer.from(text, 'utf8');
