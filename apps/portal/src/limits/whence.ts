import type { Whence } from '#lib/limits';
import type { FastifyRequest } from 'fastify';

/** Who is counted: a person at a session by it, everybody else by the address. */
export const whenceOf = ({ session, ip }: FastifyRequest): Whence => (session ? { sessionId: session.id } : { ip });

/** A state body's own program, known by its token: what it may do is bounded by the token, not by its pace. */
export const isProgram = ({ officer, session }: FastifyRequest): boolean => officer !== undefined && !session;

declare module 'fastify' {
  interface FastifyRequest {
    /** It was refused, or asked for a proof, because too much came. */
    isLimited?: boolean;
  }
}
