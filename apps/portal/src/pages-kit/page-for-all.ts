import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/**
 * What a browser keeps it asks about each time, and is told in a few bytes when nothing changed; what stands between may answer
 * for ten seconds. An intake never depends on it: the database alone decides what is on time.
 */
export function setForAMoment(reply: FastifyReply, etag: string): void {
  void reply.headers({ 'cache-control': 'public, max-age=0, s-maxage=10, must-revalidate', vary: 'cookie', etag });
}

/** Weak: the same page, compressed or not. */
export const etagOf = (page: string): string =>
  `W/"${createHash('sha256').update(page).digest('base64url').slice(0, 27)}"`;

/** Whether who asks so (`If-None-Match`) has this very page already. */
export const isKnown = (etag: string, asked = ''): boolean => asked.split(',').some((known) => known.trim() === etag);
