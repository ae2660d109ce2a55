import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Monotonic milliseconds at which the last byte of the request was read. */
    completeAt?: number;
  }
}

/** Notes when each request was complete, whatever its body is: JSON, form or files (design, section 3). */
export function startArrivalClock(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    request.raw.once('end', () => {
      request.completeAt = performance.now();
    });
    done();
  });
}

/** Milliseconds since the complete request arrived; the database subtracts them from its own clock (REQ-34). */
export function elapsedSinceArrival(request: FastifyRequest): number {
  return request.completeAt === undefined ? 0 : Math.max(0, performance.now() - request.completeAt);
}
