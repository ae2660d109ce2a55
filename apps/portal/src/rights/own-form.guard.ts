import { Settings } from '#lib/settings';
import { DomainError } from '#lib/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isFormTokenOf } from '../request/form-token.js';
import { FormOfEarlierSession } from './refusals.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** It was refused for where it came from. */
    isCrossSite?: boolean;
  }
}

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses a request that another site made a browser send: a foreign Origin always, and a session without the form's token.
 * @throws DomainError `not-allowed`; FormOfEarlierSession when the browser says that our own page sent it
 */
export function refuseForeignForm(request: FastifyRequest, publicUrl: string): void {
  if (SAFE.includes(request.method)) return;
  if (isForeign(request, publicUrl)) throw refused(request, 'the request came from another site');
  const { sessionToken } = request;
  if (sessionToken === undefined || isFormTokenOf(sessionToken, tokenOf(request))) return;
  if (isOfOwnPage(request, publicUrl)) throw new FormOfEarlierSession();
  throw refused(request, 'the token of the form is missing or not of this session');
}

/** Whether the browser itself says that a page of this site sent it: only then what was sent is kept for its person. */
export const isOfOwnPage = (request: FastifyRequest, publicUrl: string): boolean =>
  request.headers.origin !== undefined &&
  !isForeign(request, publicUrl) &&
  ['same-origin', undefined].includes(request.headers['sec-fetch-site']?.toString());

@Injectable()
export class OwnFormGuard implements CanActivate {
  constructor(private readonly settings: Settings) {}

  canActivate(context: ExecutionContext): boolean {
    refuseForeignForm(context.switchToHttp().getRequest<FastifyRequest>(), this.settings.publicUrl);
    return true;
  }
}

function isForeign({ headers }: FastifyRequest, publicUrl: string): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  const { origin, host } = headers;
  if (origin === undefined || origin === new URL(publicUrl).origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

function refused(request: FastifyRequest, why: string): DomainError {
  request.isCrossSite = true;
  return new DomainError('not-allowed', why);
}

/** A body of files is not read yet when guards look, so such a form carries its token in the address of its action. */
function tokenOf(request: FastifyRequest): unknown {
  const fromHeader = request.headers['x-csrf-token'];
  if (fromHeader !== undefined) return fromHeader;
  const part = request.isMultipart() ? request.query : request.body;
  return typeof part === 'object' && part !== null ? Reflect.get(part, 'csrf') : undefined;
}
