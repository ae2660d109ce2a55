import { ChangePassword, OfferFactor, RenewRecoveryCodes, type SessionNow, SetFactor } from '#lib/identity';
import { Body, Controller, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Refuses } from '../../api-kit/problem.response.js';
import { formTokenOf } from '../../request/form-token.js';
import { SessionCookie } from '../../request/session-cookie.js';
import { Officer, type OfficerActor, Session } from '../../rights/person.js';
import { BeforeFactor, ByPerson, Recent } from '../../rights/recent.js';
import { May } from '../../rights/may.js';
import { ChangePasswordRequest, SetFactorRequest } from './session.requests.js';
import {
  CsrfTokenResponse,
  FactorOfferResponse,
  FactorSetResponse,
  RecoveryCodesResponse,
} from './session.responses.js';

/** How the official at this session gets in. */
@ApiTags('session')
@ApiCookieAuth('session')
@Controller('api/v1/session')
export class AccessApi {
  constructor(
    private readonly offerFactor: OfferFactor,
    private readonly setFactor: SetFactor,
    private readonly renewCodes: RenewRecoveryCodes,
    private readonly changePassword: ChangePassword,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('second-factor-offer')
  @May('account.keep')
  @ByPerson()
  @BeforeFactor()
  @Recent()
  @HttpCode(200)
  @ApiOperation({ summary: 'A key for an authenticator; nothing changes until its first code comes' })
  @ApiOkResponse({ type: FactorOfferResponse })
  @Refuses('not-signed-in', 'not-allowed', 'confirmation-needed')
  async offer(@Session() { id }: SessionNow, @Officer() officer: OfficerActor): Promise<FactorOfferResponse> {
    const { secret, address, offer } = await this.offerFactor.execute(id, officer);
    return { secret, address, offer };
  }

  @Put('second-factor')
  @May('account.keep')
  @ByPerson()
  @BeforeFactor()
  @Recent()
  @ApiOperation({ summary: 'Set or replace the second factor; every other session ends' })
  @ApiOkResponse({ type: FactorSetResponse })
  @Refuses('not-signed-in', 'not-allowed', 'confirmation-needed')
  async set(
    @Body() { offer, code }: SetFactorRequest,
    @Session() { id: sessionId }: SessionNow,
    @Officer() officer: OfficerActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FactorSetResponse> {
    const { token, recoveryCodes } = await this.setFactor.execute({ offer, code, sessionId }, officer);
    this.cookie.set(reply, token);
    return { recoveryCodes: [...recoveryCodes], csrfToken: formTokenOf(token) };
  }

  @Post('recovery-codes')
  @May('account.keep')
  @ByPerson()
  @Recent()
  @HttpCode(200)
  @ApiOperation({ summary: 'Ten new recovery codes; those before are void' })
  @ApiOkResponse({ type: RecoveryCodesResponse })
  @Refuses('not-signed-in', 'not-allowed', 'confirmation-needed', 'wrong-state')
  async renew(@Officer() officer: OfficerActor): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: await this.renewCodes.execute(officer) };
  }

  @Put('password')
  @May('account.keep')
  @ByPerson()
  @Recent()
  @ApiOperation({ summary: 'Change the password; every other session and every token of a program ends' })
  @ApiOkResponse({ type: CsrfTokenResponse })
  @Refuses('not-signed-in', 'not-allowed', 'confirmation-needed')
  async change(
    @Body() { password }: ChangePasswordRequest,
    @Session() { id: sessionId }: SessionNow,
    @Officer() officer: OfficerActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CsrfTokenResponse> {
    const token = await this.changePassword.execute({ password, sessionId }, officer);
    this.cookie.set(reply, token);
    return { csrfToken: formTokenOf(token) };
  }
}
