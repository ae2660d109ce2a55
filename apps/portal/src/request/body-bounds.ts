import { DomainError } from '#lib/kernel';
import type { FastifyInstance } from 'fastify';

/** The deepest body of the API has five levels. */
const DEEPEST = 32;
/** A draft of ten thousand clauses in three languages fits. */
const MOST_VALUES = 100_000;

/** Refuses a body that is nested or filled beyond all use before anything walks through it by recursion. */
export function boundBodies(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    done(isWithinBounds(request.body) ? undefined : new DomainError('invalid-input', 'the body is nested too deep'));
  });
}

/** @returns false for more levels or values than any body of the API needs */
export function isWithinBounds(body: unknown): boolean {
  let level: object[] = isObject(body) ? [body] : [];
  let values = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    const next: object[] = [];
    for (const each of level) {
      for (const value of Object.values(each) as unknown[]) {
        values += 1;
        if (isObject(value)) next.push(value);
      }
      if (values > MOST_VALUES) return false;
    }
    level = next;
  }
  return true;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
