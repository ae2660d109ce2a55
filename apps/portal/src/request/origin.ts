import type { RequestOrigin } from '#lib/identity';
import type { FastifyRequest } from 'fastify';

/** Where a request comes from, as signing in looks at it. */
export const originOf = ({ ip, headers }: FastifyRequest): RequestOrigin => ({
  address: ip,
  ...(headers['user-agent'] === undefined ? {} : { userAgent: headers['user-agent'] }),
});
