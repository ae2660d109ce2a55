import type { SecurityKind } from '#lib/kernel';
import type { Settings } from '#lib/settings';
import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';
import { isProgram } from '../limits/whence.js';
import { levelOf, securityEventOf } from './security-events.js';

/** JSON lines, to the standard output unless told otherwise. */
export const createLog = (settings: Pick<Settings, 'logLevel'>, to: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level: settings.logLevel,
      base: { app: 'portal', pid: process.pid },
      serializers: { err: faultFacts, req: () => undefined, res: () => undefined },
    },
    to,
  );

/** Of an error only what tells where it is: a database error also carries parameters, and those are people's words. */
function faultFacts(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  return { type: name, message, code: Reflect.get(error, 'code'), stack };
}

/**
 * One line a request: who (the official's id), what (the route's pattern), how it ended; never the address (it may hold a sender's
 * secret), never a body or a name. What concerns security is a line of its own under the logger `security`, and is counted.
 */
export function logEachRequest(server: FastifyInstance, count: (kind: SecurityKind) => void): void {
  server.addHook('onResponse', (request, reply, done) => {
    const { method, officer, signedIn, isCrossSite = false, isLimited = false } = request;
    const facts = { actor: signedIn ?? officer?.id ?? 'anonymous', method, route: request.routeOptions.url ?? 'none' };
    const status = reply.statusCode;
    request.log.info({ msg: 'request', ...facts, status, ms: Math.round(reply.elapsedTime) });
    const location = reply.getHeader('location')?.toString();
    const who = { isOfficer: officer !== undefined, isProgram: isProgram(request), isSignIn: signedIn !== undefined };
    const event = securityEventOf({ ...facts, ...who, status, isCrossSite, isLimited, location });
    if (event) {
      count(event);
      request.log[levelOf(event)]({ logger: 'security', msg: event, ...facts, status });
    }
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
