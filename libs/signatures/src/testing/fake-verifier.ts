import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export interface FakeVerifier {
  readonly url: string;
  /** Every request so far, in order. */
  readonly asked: readonly Asked[];
  stop(): Promise<void>;
}

export type Answer = (response: ServerResponse, asked: Asked) => void;

/** A real HTTP server on a free port of this host that answers as told. */
export async function startFakeVerifier(answer: Answer): Promise<FakeVerifier> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const one = { method: request.method ?? '', headers: request.headers, body };
      asked.push(one);
      answer(response, one);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/verify`, asked, stop };
}

export const answerJson = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
};

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return chunks.length === 0 ? null : JSON.parse(Buffer.concat(chunks).toString());
}

/** What a verifier answers to a GOST signature that holds. */
export const goodAnswer = {
  verified: true,
  signer: {
    subject: 'CN=ТЕСТОВ ТЕСТ,C=KZ',
    commonName: 'ТЕСТОВ ТЕСТ',
    serialNumber: 'IIN900101300123',
    organisation: null,
  },
  issuer: 'CN=ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST),C=KZ',
  certificateSerial: '6c425659bd2fc6dc587b871aede1857727cf8451',
  validFrom: '2026-01-01T00:00:00Z',
  validTo: '2027-01-01T00:00:00Z',
  algorithm: 'GOST 34.10-2015, 512 bits',
  signedAt: '2026-11-26T15:00:00+05:00',
  timestampedAt: null,
  certificateSha256: 'ab'.repeat(32),
};
