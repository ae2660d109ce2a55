import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, isKnown, setForAMoment } from '../pages-kit/page-for-all.js';
import { type AtomFeed, atomXml } from './atom.js';

/** As public pages are: asked about each time, answered in a few bytes when nothing changed. */
export function sendFeed(request: FastifyRequest, reply: FastifyReply, feed: AtomFeed): string {
  const xml = atomXml(feed);
  void reply.type('application/atom+xml; charset=utf-8');
  if (request.headers.cookie !== undefined) return xml;
  const etag = etagOf(xml);
  setForAMoment(reply, etag);
  if (!isKnown(etag, request.headers['if-none-match'])) return xml;
  void reply.status(304);
  return '';
}

/** A whole address of this site: feeds are read elsewhere. */
export const whole = ({ siteAddress }: FastifyRequest, path: string): string =>
  `${siteAddress.replace(/\/+$/, '')}${path}`;
