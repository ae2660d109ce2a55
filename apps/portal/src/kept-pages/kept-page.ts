import type { FastifyRequest } from 'fastify';
import { isKnown } from '../pages-kit/page-for-all.js';
import { type Encoding, encodingFor } from './encodings.js';

type Headers = Readonly<Record<string, number | string | string[] | undefined>>;

/** A page as the portal sends it: its headers before it is compressed. */
export interface SentPage {
  readonly html: string;
  readonly etag: string;
  readonly headers: Headers;
  /** The pattern of its address, for the log. */
  readonly route: string;
}

/** Ready to be written: names and values of headers in turn. */
export interface KeptAnswer {
  readonly status: 200 | 304;
  readonly head: string[];
  /** Its bytes as a string of latin1: what Node sends together with the head in one write. */
  readonly body: string;
}

export interface KeptPage extends Omit<SentPage, 'html'> {
  readonly whole: KeptAnswer;
  /** For who has this very page already. */
  readonly unchanged: KeptAnswer;
  /** Ready a moment after the page; until then it goes as it is. */
  readonly encoded: Map<Encoding, KeptAnswer>;
}

export function keptPage({ html, ...sent }: SentPage): KeptPage {
  const { 'content-type': _, ...ofNoBody } = sent.headers;
  return {
    ...sent,
    whole: answer(sent.headers, Buffer.from(html)),
    unchanged: { status: 304, head: inTurn(ofNoBody), body: '' },
    encoded: new Map(),
  };
}

/** @returns the page in one of its compressed forms */
export const inForm = ({ headers }: KeptPage, encoding: Encoding, body: Buffer): KeptAnswer =>
  answer({ ...headers, 'content-encoding': encoding, vary: 'cookie, accept-encoding' }, body);

/** What a reader who asks so is answered. */
export function answerFor(page: KeptPage, asked: FastifyRequest['headers']): KeptAnswer {
  if (isKnown(page.etag, asked['if-none-match'])) return page.unchanged;
  const encoding = encodingFor(page.encoded, asked['accept-encoding']);
  return (encoding && page.encoded.get(encoding)) ?? page.whole;
}

const answer = (headers: Headers, body: Buffer): KeptAnswer => ({
  status: 200,
  head: inTurn({ ...headers, 'content-length': body.length }),
  body: body.toString('latin1'),
});

const inTurn = (headers: Headers): string[] =>
  Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [name, String(value)]));
