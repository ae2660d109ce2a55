import { EndSession, OwnAccess, type SessionNow } from '#lib/identity';
import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiCookieAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor, Session } from '../../rights/person.js';
import { ByPerson } from '../../rights/recent.js';
import { May } from '../../rights/may.js';
import { OwnSessionResponse } from './session.responses.js';

@ApiTags('session')
@ApiCookieAuth('session')
@Controller('api/v1/sessions')
export class SessionsApi {
  constructor(
    private readonly access: OwnAccess,
    private readonly endSession: EndSession,
  ) {}

  @Get()
  @May('account.keep')
  @ByPerson()
  @ApiOperation({ summary: 'Where the official is signed in' })
  @ApiOkResponse({ type: OwnSessionResponse, isArray: true })
  @Refuses('not-signed-in', 'not-allowed')
  async list(
    @Session() session: SessionNow,
    @Officer() { id: officerId }: OfficerActor,
  ): Promise<OwnSessionResponse[]> {
    const sessions = await this.access.sessionsOf(officerId);
    return sessions.map(({ id, device, addressBlock, openedAt, seenAt }) => ({
      id,
      device,
      addressBlock,
      openedAt,
      seenAt,
      isThis: id === session.id,
    }));
  }

  @Delete(':sessionId')
  @May('account.keep')
  @ByPerson()
  @HttpCode(204)
  @ApiOperation({ summary: 'End a session of one’s own at once' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async end(@Param('sessionId') sessionId: string, @Officer() officer: OfficerActor): Promise<void> {
    await this.endSession.execute(sessionId, officer);
  }

  @Delete()
  @May('account.keep')
  @ByPerson()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out everywhere else' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'not-allowed')
  async endOthers(@Session() { id }: SessionNow, @Officer() officer: OfficerActor): Promise<void> {
    await this.endSession.others(id, officer);
  }
}
