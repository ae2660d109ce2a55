import { SignReport } from '#lib/reports';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { Recent } from '../../rights/recent.js';
import { Roles } from '../../rights/roles.js';

export class SignedReportResponse {
  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the signed data' })
  dataSha256: string;
}

@ApiTags('reports')
@ApiCookieAuth('session')
@Controller('api/v1/reports/:id/signature')
export class SignReportApi {
  constructor(private readonly signReport: SignReport) {}

  @Post()
  @Roles('signer')
  @Recent()
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign: the report is frozen and then published (REQ-66)' })
  @ApiOkResponse({ type: SignedReportResponse })
  @Refuses(
    'not-signed-in',
    'not-allowed',
    'not-found',
    'wrong-state',
    'report-frozen',
    'report-blocked',
    'confirmation-needed',
  )
  async sign(@Param('id') reportId: string, @Officer() officer: OfficerActor): Promise<SignedReportResponse> {
    const { hash } = await this.signReport.execute({ reportId }, officer);
    return { dataSha256: hash };
  }
}
