import type { SessionNow } from '#lib/identity';
import type { Actor } from '#lib/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export type OfficerActor = Extract<Actor, { kind: 'officer' }>;

declare module 'fastify' {
  interface FastifyRequest {
    /** The official whose session came with the request, once the rights guard has looked. */
    officer?: OfficerActor;
    session?: SessionNow;
    sessionToken?: string;
  }
}

/** The signed-in official. Handlers with @May(...) always have one. */
export const Officer = createParamDecorator((_: unknown, context: ExecutionContext): OfficerActor => {
  const { officer } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!officer) throw new Error('a handler without @May asks for an officer');
  return officer;
});

/** The session of a person. Handlers with @ByPerson() or @Recent() always have one. */
export const Session = createParamDecorator((_: unknown, context: ExecutionContext): SessionNow => {
  const { session } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!session) throw new Error('a handler without @ByPerson asks for a session');
  return session;
});
