import { CompleteSignIn, ConfirmIdentity, type SessionNow, SignIn, SignOut } from '#lib/identity';
import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Limited } from '../../limits/limited.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { originOf } from '../../request/origin.js';
import { SessionCookie } from '../../request/session-cookie.js';
import { Officer, type OfficerActor, Session } from '../../rights/person.js';
import { Public } from '../../rights/public.js';
import { BeforeFactor, ByPerson } from '../../rights/recent.js';
import { May } from '../../rights/may.js';
import { ConfirmationRequest, SignInCodeRequest, SignInRequest } from './session.requests.js';
import { CodeAwaitedResponse, SessionResponse } from './session.responses.js';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionApi {
  constructor(
    private readonly signIn: SignIn,
    private readonly completeSignIn: CompleteSignIn,
    private readonly confirmIdentity: ConfirmIdentity,
    private readonly signOut: SignOut,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @Public()
  @Limited('sign-in')
  @ApiOperation({
    summary: 'Sign in as an official; the session is a cookie. With a second factor the code comes next',
  })
  @ApiCreatedResponse({ type: SessionResponse })
  @ApiAcceptedResponse({ type: CodeAwaitedResponse })
  @Refuses('sign-in-failed', 'not-allowed')
  async enter(
    @Body() { email, password }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse | CodeAwaitedResponse> {
    const outcome = await this.signIn.execute({ email, password, ...originOf(request) });
    if (outcome.kind === 'code-awaited') {
      void reply.status(202);
      return { pendingToken: outcome.pendingToken };
    }
    this.cookie.enter(reply, outcome);
    return SessionResponse.of(outcome.officer, outcome.token);
  }

  @Post('code')
  @Public()
  @Limited('sign-in')
  @ApiOperation({ summary: 'The second step of a sign-in: the code of the second factor' })
  @ApiCreatedResponse({ type: SessionResponse })
  @Refuses('sign-in-failed', 'not-allowed')
  async enterCode(
    @Body() { pendingToken, code }: SignInCodeRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const outcome = await this.completeSignIn.execute({ pendingToken, code, ...originOf(request) });
    this.cookie.enter(reply, outcome);
    return SessionResponse.of(outcome.officer, outcome.token);
  }

  @Post('confirmation')
  @May('account.keep')
  @ByPerson()
  @BeforeFactor()
  @HttpCode(204)
  @ApiCookieAuth('session')
  @ApiOperation({ summary: 'Confirm who is there: for 15 minutes the session may sign and change how one signs in' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'not-allowed', 'sign-in-failed')
  async confirm(
    @Body() { password, code }: ConfirmationRequest,
    @Session() { id: sessionId }: SessionNow,
    @Officer() officer: OfficerActor,
  ): Promise<void> {
    await this.confirmIdentity.execute({ sessionId, password, ...(code ? { code } : {}) }, officer);
  }

  @Delete()
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  @Refuses('not-allowed')
  async leave(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (request.sessionToken) await this.signOut.execute(request.sessionToken);
    this.cookie.clear(reply);
  }
}
