import { DomainError } from '#lib/kernel';
import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Form } from './form.js';

const CHANGES_LANGUAGE = 'talqy:changes-language';

/** What a form is sent to, and what looks at `Form.changesLanguage` before it acts. */
export const ChangesLanguage = () => SetMetadata(CHANGES_LANGUAGE, true);

/** A form that waits in a page came for its language alone: it waits on, and nothing was done. */
export class FormWaitsOn extends DomainError {
  constructor() {
    super('not-allowed', 'a change of the language sends nothing');
  }
}

/** What came for its language alone; a form with files is read later, by what it is sent to. */
function formOfLanguage(request: FastifyRequest): Form | undefined {
  if (request.method !== 'POST' || request.isMultipart() || request.url.startsWith('/api/')) return undefined;
  const form = new Form(request.body);
  return form.changesLanguage || form.waitsOn ? form : undefined;
}

export const cameForLanguage = (request: FastifyRequest): boolean => formOfLanguage(request) !== undefined;

/**
 * A page in which a form waits (for a session, a confirmation, for less to come from there) carries it to whatever act it was
 * sent to. By a language that act is not done, and the form waits on.
 * @throws FormWaitsOn
 */
@Injectable()
export class LanguageChangeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const form = formOfLanguage(context.switchToHttp().getRequest<FastifyRequest>());
    if (!form) return true;
    const isMarked = this.reflector.get<boolean | undefined>(CHANGES_LANGUAGE, context.getHandler()) ?? false;
    if (isMarked && !form.waitsOn) return true;
    throw new FormWaitsOn();
  }
}
