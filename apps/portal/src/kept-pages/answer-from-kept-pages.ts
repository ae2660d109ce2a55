import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isKnownTo, setForAMoment } from '../pages-kit/page-for-all.js';
import type { ContentVersion } from './content-version.js';
import { encodingFor, keyOf, type KeptPage, type KeptPages } from './kept-pages.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What a public page is to be kept by: its address, at the version of the content before it was begun. */
    pageKey: string | undefined;
    /** Others wait for this page, which this request makes. */
    makesPage: string | undefined;
  }
}

const page = /^\/(kk|ru|en)(\/|\?|$)/;

/** Only who is nobody gets a page that others got. */
const isFromNobody = ({ method, headers, url }: FastifyRequest): boolean =>
  method === 'GET' && headers.cookie === undefined && headers.authorization === undefined && page.test(url);

/**
 * Answers with a kept page before anything else of the portal is asked; it is kept by the interceptor that sent it. After a form or
 * a call that may have changed something, the version is asked for again at once.
 */
export function answerFromKeptPages(server: FastifyInstance, pages: KeptPages, version: ContentVersion): void {
  server.decorateRequest('pageKey', undefined);
  server.decorateRequest('makesPage', undefined);
  server.addHook('onRequest', async (request, reply) => {
    if (!isFromNobody(request)) return;
    const now = await version.now();
    // Who has gone away meanwhile makes no page: its end would be told to nobody.
    if (now === undefined || request.raw.socket.destroyed) return;
    const key = keyOf(request.url, now);
    request.pageKey = key;
    let kept = pages.find(key);
    const making = kept ? undefined : pages.wait(key);
    if (making) {
      await making;
      kept = pages.find(key);
    } else if (!kept) request.makesPage = key;
    if (kept) return answer(request, reply, kept);
  });
  const end = ({ makesPage }: FastifyRequest) => {
    if (makesPage !== undefined) pages.made(makesPage);
  };
  // The page is kept by now; how long its reader takes to receive it is nobody else's wait.
  server.addHook('onSend', (request, _reply, payload, done) => {
    end(request);
    done(null, payload);
  });
  server.addHook('onRequestAbort', (request, done) => {
    end(request);
    done();
  });
  server.addHook('onResponse', (request, _reply, done) => {
    if (request.method !== 'GET') version.askAgain();
    done();
  });
}

function answer(request: FastifyRequest, reply: FastifyReply, kept: KeptPage): FastifyReply {
  setForAMoment(reply, kept.etag);
  if (isKnownTo(request, reply)) return reply.code(304).send();
  void reply.type('text/html; charset=utf-8');
  const encoding = encodingFor(kept, request.headers['accept-encoding']);
  if (encoding === undefined) return reply.send(kept.html);
  return reply
    .headers({ 'content-encoding': encoding, vary: 'cookie, accept-encoding' })
    .send(kept.encoded.get(encoding));
}
