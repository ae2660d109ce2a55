import { DomainError, type LimitedAction } from '#lib/kernel';
import { RequestLimits } from '#lib/limits';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { cameForLanguage } from '../pages-kit/changes-language.js';
import { FILES_COUNTED, LIMITED, type LimitedHandler } from './limited.js';
import { isProgram, whenceOf } from './whence.js';

/** Refuses what comes too often, before anything is looked up or read. A remark never comes here: it has a door of its own. */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RequestLimits,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    // A change of the language does nothing that is counted.
    if (isProgram(request) || cameForLanguage(request)) return true;
    const handler = context.getHandler();
    const limited = this.reflector.get<LimitedHandler | undefined>(LIMITED, handler);
    if (limited?.isMeant(request)) this.take(limited.action, request);
    // The files of an official; those of a remark are counted one by one, also when an official sends it.
    const isCounted = this.reflector.get<true | undefined>(FILES_COUNTED, handler) ?? false;
    if (request.session && request.isMultipart() && !isCounted) this.take('upload', request);
    return true;
  }

  private take(action: LimitedAction, request: FastifyRequest): void {
    const waitSeconds = this.limits.take(action, whenceOf(request));
    if (waitSeconds === undefined) return;
    request.isLimited = true;
    throw new DomainError('too-many-requests', 'too much came from there; nothing was done', { action, waitSeconds });
  }
}
