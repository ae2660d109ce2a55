import { CurrentSession } from '#lib/identity';
import { DomainError, type Role } from '#lib/kernel';
import { Settings } from '#lib/settings';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { SessionCookie } from '../request/session-cookie.js';
import { PUBLIC } from './public.js';
import { BEFORE_FACTOR, BY_PERSON, RECENT } from './recent.js';
import { ConfirmationNeeded, SecondFactorNeeded } from './refusals.js';
import { ROLES } from './roles.js';

/** Refuses whatever its handler does not allow; a handler that declares nothing is for nobody. */
@Injectable()
export class RightsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: CurrentSession,
    private readonly cookie: SessionCookie,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const declares = (what: string) => this.reflector.get<boolean | undefined>(what, context.getHandler()) === true;
    const lacksFactor = await this.recognise(request, declares(BEFORE_FACTOR));
    if (declares(PUBLIC)) return true;
    if (lacksFactor) throw new SecondFactorNeeded();
    const roles = this.reflector.get<readonly Role[] | undefined>(ROLES, context.getHandler()) ?? [];
    if (!request.officer) throw new DomainError('not-signed-in', 'only a signed-in official may do this');
    if (!roles.some((role) => request.officer?.roles.includes(role)))
      throw new DomainError('not-allowed', 'the official has none of the roles for this', { roles });
    if (declares(BY_PERSON) && !request.session)
      throw new DomainError('not-allowed', 'only a person at a session may do this');
    if (declares(RECENT) && !request.session?.isRecent) throw new ConfirmationNeeded();
    return true;
  }

  /**
   * Notes whose session came with the request. Without an obligatory factor the session is nobody's yet, on public pages too:
   * some show an official more.
   * @returns whether the session lacks its factor
   */
  private async recognise(request: FastifyRequest, isBeforeFactor: boolean): Promise<boolean> {
    const token = this.cookie.read(request);
    if (token === undefined) return false;
    const session = await this.sessions.execute(token);
    if (!session) return false;
    request.sessionToken = token;
    if (this.settings.secondFactor === 'required' && !session.hasFactor && !isBeforeFactor) return true;
    request.officer = session.actor;
    request.session = session;
    return false;
  }
}
