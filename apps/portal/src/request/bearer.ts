import type { FastifyRequest } from 'fastify';

/** The token a program sends with a request to the API; pages know sessions alone. Other kinds of Authorization are not ours. */
export function bearerToken(request: FastifyRequest): string | undefined {
  if (request.routeOptions.url?.startsWith('/api/') !== true) return undefined;
  return /^Bearer +(tlq_\S*)$/i.exec(request.headers.authorization ?? '')?.[1];
}
