import type { Settings } from '#lib/settings';
import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';

export const createLog = (settings: Settings): Logger =>
  pino({ level: settings.logLevel, base: { app: 'portal', pid: process.pid } });

/** One line a request: the route's pattern, never the address (it may hold a sender's secret), never a body or a name. */
export function logEachRequest(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      msg: 'request',
      reqId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
}

/** Nest's own messages as lines of the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Logger) {}

  log = (message: unknown, ...rest: unknown[]) => this.lines.debug(this.line(message, rest));
  debug = (message: unknown, ...rest: unknown[]) => this.lines.debug(this.line(message, rest));
  verbose = (message: unknown, ...rest: unknown[]) => this.lines.trace(this.line(message, rest));
  warn = (message: unknown, ...rest: unknown[]) => this.lines.warn(this.line(message, rest));
  error = (message: unknown, ...rest: unknown[]) => this.lines.error(this.line(message, rest));
  fatal = (message: unknown, ...rest: unknown[]) => this.lines.fatal(this.line(message, rest));

  private line(message: unknown, rest: readonly unknown[]): object {
    const facts = typeof message === 'object' && message !== null ? message : { msg: String(message) };
    return { ...facts, context: rest.map(String).join(' ') || undefined };
  }
}
