import { Acting } from '#lib/database';
import { CurrentSession, TokenActor } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { Settings } from '#lib/settings';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { bearerToken } from '../request/bearer.js';
import { SessionCookie } from '../request/session-cookie.js';
import type { OfficerActor } from './person.js';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Notes on the request who sent it: a person by the session's cookie, a program by its token. */
@Injectable()
export class Recognition {
  constructor(
    private readonly sessions: CurrentSession,
    private readonly tokens: TokenActor,
    private readonly cookie: SessionCookie,
    private readonly settings: Settings,
    private readonly acting: Acting,
  ) {}

  /**
   * Without an obligatory factor the request is nobody's yet, on public pages too: some show an official more.
   * @returns whether the official lacks the factor
   * @throws DomainError `not-signed-in` for a token that is worth nothing, `not-allowed` when it may only look and the request acts
   */
  async of(request: FastifyRequest, isBeforeFactor: boolean): Promise<boolean> {
    const token = bearerToken(request);
    return token === undefined ? this.bySession(request, isBeforeFactor) : this.byToken(request, token);
  }

  private async byToken(request: FastifyRequest, token: string): Promise<boolean> {
    const found = await this.tokens.execute(token);
    if (!found) throw new DomainError('not-signed-in', 'the token is unknown, has expired or was revoked');
    if (this.lacksFactor(found)) return true;
    if (found.access === 'READ' && !SAFE.includes(request.method))
      throw new DomainError('not-allowed', 'the token may look, not act');
    this.recognise(request, found.actor);
    return false;
  }

  private async bySession(request: FastifyRequest, isBeforeFactor: boolean): Promise<boolean> {
    const token = this.cookie.read(request);
    const session = token === undefined ? undefined : await this.sessions.execute(token);
    if (token === undefined || !session) return false;
    request.sessionToken = token;
    if (this.lacksFactor(session) && !isBeforeFactor) return true;
    this.recognise(request, session.actor);
    request.session = session;
    return false;
  }

  private recognise(request: FastifyRequest, officer: OfficerActor): void {
    request.officer = officer;
    this.acting.forBody(officer.bodyId);
  }

  private lacksFactor({ hasFactor }: { readonly hasFactor: boolean }): boolean {
    return this.settings.secondFactor === 'required' && !hasFactor;
  }
}
