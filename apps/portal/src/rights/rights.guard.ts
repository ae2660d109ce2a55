import { SessionActor } from '#lib/identity';
import { DomainError, type Role } from '#lib/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { SessionCookie } from '../request/session-cookie.js';
import { PUBLIC } from './public.js';
import { ROLES } from './roles.js';

/** Refuses whatever its handler does not allow; a handler that declares nothing is for nobody. */
@Injectable()
export class RightsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionActor,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    await this.recognise(request);
    if (this.reflector.get<boolean | undefined>(PUBLIC, context.getHandler())) return true;
    const roles = this.reflector.get<readonly Role[] | undefined>(ROLES, context.getHandler()) ?? [];
    if (!request.officer) throw new DomainError('not-signed-in', 'only a signed-in official may do this');
    if (roles.some((role) => request.officer?.roles.includes(role))) return true;
    throw new DomainError('not-allowed', 'the official has none of the roles for this', { roles });
  }

  private async recognise(request: FastifyRequest): Promise<void> {
    const token = this.cookie.read(request);
    if (token === undefined) return;
    const actor = await this.sessions.execute(token);
    if (actor?.kind !== 'officer') return;
    request.officer = actor;
    request.sessionToken = token;
  }
}
