import { type Action, may, ruleOf } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { Settings } from '#lib/settings';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ACTION } from './may.js';
import { refuseForeignForm } from './own-form.guard.js';
import { PUBLIC } from './public.js';
import { BEFORE_FACTOR, BY_PERSON, RECENT } from './recent.js';
import { Recognition } from './recognition.js';
import { ConfirmationNeeded, SecondFactorNeeded } from './refusals.js';

/** Refuses whatever its handler does not allow; a handler that declares nothing is for nobody. */
@Injectable()
export class RightsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly recognition: Recognition,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const declares = (what: string) => this.reflector.get<boolean | undefined>(what, context.getHandler()) === true;
    const lacksFactor = await this.recognition.of(request, declares(BEFORE_FACTOR));
    if (declares(PUBLIC)) return true;
    if (lacksFactor) throw new SecondFactorNeeded();
    const action = this.reflector.get<Action | undefined>(ACTION, context.getHandler());
    if (!request.officer) throw new DomainError('not-signed-in', 'only a signed-in official may do this');
    if (action === undefined || !may(request.officer, action))
      throw new DomainError('not-allowed', 'the official has none of the roles for this', {
        roles: action === undefined ? [] : ruleOf(action).roles,
      });
    if (declares(BY_PERSON) && !request.session)
      throw new DomainError('not-allowed', 'only a person at a session may do this');
    if (declares(RECENT) && !request.session?.isRecent) {
      // The confirmation keeps what was sent and gives it a fresh token: never to what another site sent.
      refuseForeignForm(request, this.settings.publicUrl);
      throw new ConfirmationNeeded();
    }
    return true;
  }
}
