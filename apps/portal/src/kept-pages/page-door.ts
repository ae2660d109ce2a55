import { newId } from '#lib/kernel';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ContentVersion } from './content-version.js';
import { answerFor, type KeptPage } from './kept-page.js';
import { keyOf, type KeptPages } from './kept-pages.js';

declare module 'node:http' {
  interface IncomingMessage {
    /** What a public page is to be kept by: its address, at the version of the content before it was begun. */
    pageKey?: string;
    /** Others wait for this page, which this request makes. */
    makesPage?: boolean;
  }
}

type Asked = FastifyRequest['raw'];
type Answer = FastifyReply['raw'];

const publicPage = /^\/(kk|ru|en)(\/|\?|$)/;

/** Only who is nobody gets a page that others got. */
const isFromNobody = ({ method, headers, url = '' }: Asked): boolean =>
  method === 'GET' && headers.cookie === undefined && headers.authorization === undefined && publicPage.test(url);

/**
 * Answers with a kept page before the server that makes pages is asked at all: on the last evening most of what is read is read here.
 * What is not kept goes on into it, and is kept by the interceptor that sends it. After a form or a call that may have changed
 * something, the version is asked for again at once.
 */
export function openPageDoor(server: FastifyInstance, pages: KeptPages, version: ContentVersion): void {
  const { server: http } = server;
  const inside = http.listeners('request');
  http.removeAllListeners('request');
  http.on('request', (request: Asked, response: Answer) => {
    const goOn = () => inside.forEach((listener) => listener.call(http, request, response));
    // Who is still connected while the portal closes is told so inside.
    if (!http.listening || !isFromNobody(request)) return goOn();
    const known = version.known();
    const kept = known === undefined ? undefined : pages.find(keyOf(request.url ?? '', known));
    if (kept) return send(kept, request, response, server.log);
    void whenMade(request, pages, version).then((made) => {
      if (made) return send(made, request, response, server.log);
      // Some addresses are answered inside without any hook: the end of the answer always comes.
      if (request.makesPage) response.once('close', () => endMaking(request, pages));
      goOn();
    });
  });
  afterAnswers(server, pages, version);
}

/** @returns the page, by whoever it was made; nothing when this request makes it */
async function whenMade(request: Asked, pages: KeptPages, version: ContentVersion): Promise<KeptPage | undefined> {
  const now = await version.now();
  // Who has gone away meanwhile makes no page: its end would be told to nobody.
  if (now === undefined || request.socket.destroyed) return undefined;
  const key = keyOf(request.url ?? '', now);
  request.pageKey = key;
  const kept = pages.find(key);
  if (kept) return kept;
  const making = pages.wait(key);
  request.makesPage = making === undefined;
  await making;
  return pages.find(key);
}

/** The line of the log is that of any other request (log.ts). */
function send(page: KeptPage, request: Asked, response: Answer, log: FastifyBaseLogger): void {
  const { status, head, body } = answerFor(page, request.headers);
  response.writeHead(status, head).end(body, 'latin1');
  if (!isTold(log)) return;
  log.info({
    reqId: newId(),
    msg: 'request',
    actor: 'anonymous',
    method: 'GET',
    route: page.route,
    status,
    ms: 0,
  });
}

/** No id is made for a line that is not written. */
const isTold = (log: FastifyBaseLogger): boolean =>
  !(log.level === 'warn' || log.level === 'error' || log.level === 'fatal');

function afterAnswers(server: FastifyInstance, pages: KeptPages, version: ContentVersion): void {
  // The page is kept by now; how long its reader takes to receive it is nobody else's wait.
  server.addHook('onSend', (request, _reply, payload, done) => {
    endMaking(request.raw, pages);
    done(null, payload);
  });
  server.addHook('onResponse', (request, _reply, done) => {
    if (request.method !== 'GET') version.askAgain();
    done();
  });
}

/** Once: by the time of a late close somebody else may make the same page. */
function endMaking(request: Asked, pages: KeptPages): void {
  if (!request.makesPage || request.pageKey === undefined) return;
  request.makesPage = false;
  pages.made(request.pageKey);
}
