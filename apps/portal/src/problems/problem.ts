import { isConnectionLost, isLockTimeout, sqlState } from '#lib/database';
import { DomainError, type ErrorCode, type ErrorDetails } from '#lib/kernel';
import { HttpException } from '@nestjs/common';
import { errorStatus } from './error-status.js';
import { InvalidFields } from './invalid-fields.js';

export type ProblemCode = ErrorCode | 'unexpected';

/** What went wrong, as far as the caller may know. */
export interface Problem {
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly details?: ErrorDetails;
  readonly retryAfterSeconds?: number;
}

const RETRY_AFTER_SECONDS = 5;

/** Reads any thrown value. Only our own refusals speak; everything else stays in the log. */
export function problemOf(error: unknown): Problem {
  if (error instanceof InvalidFields) {
    return { status: 400, code: 'invalid-input', detail: error.message, details: { fields: error.fields } };
  }
  if (error instanceof DomainError) return ofDomainError(error);
  if (isUnavailable(error)) {
    return { status: 503, code: 'too-busy', retryAfterSeconds: RETRY_AFTER_SECONDS };
  }
  const status = statusOf(error);
  if (status === 404) return { status, code: 'not-found' };
  if (status === 503) return { status, code: 'too-busy', retryAfterSeconds: RETRY_AFTER_SECONDS };
  if (status >= 400 && status < 500) return { status, code: 'invalid-input', detail: messageOf(error) };
  return { status: 500, code: 'unexpected' };
}

function ofDomainError({ code, message, details }: DomainError): Problem {
  const waitSeconds = Number(details['waitSeconds']);
  if (waitSeconds > 0) return { status: 429, code, detail: message, details, retryAfterSeconds: waitSeconds };
  const waits = code === 'too-busy' || code === 'request-in-progress';
  const seconds = Number(details['retryAfterSeconds']) || RETRY_AFTER_SECONDS;
  return {
    status: errorStatus[code],
    code,
    detail: message,
    details,
    ...(waits ? { retryAfterSeconds: seconds } : {}),
  };
}

/** Fastify's own refusals (a body too large, JSON that is none) carry a statusCode. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' ? status : 500;
}

/** The database is away, going away, or so busy that a statement was cancelled: come back, nothing was done wrong. */
const isUnavailable = (error: unknown): boolean =>
  isConnectionLost(error) || isLockTimeout(error) || ['57014', '3D000'].includes(sqlState(error) ?? '');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'the request is not valid');
