import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { type Answer, answerJson, type FakeVerifier, goodAnswer, startFakeVerifier } from '../testing/fake-verifier.js';
import { refusalOf } from '../testing/refusal-of.js';
import { issueCertificate } from '../testing/test-certificates.js';
import { HttpSignatureVerifier } from './http-signature-verifier.js';

const at = instant('2026-11-26T10:00:00Z');
const content = Buffer.from('{"number":"1"}');
const signature = Buffer.from('3000', 'hex');
const LIMITS = { milliseconds: 10_000, bytes: 4096 };
const IMPATIENT = { ...LIMITS, milliseconds: 300 };

let running: FakeVerifier[] = [];

beforeAll(() => Logger.overrideLogger(false));
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  running = [];
});

async function started(answer: Answer): Promise<FakeVerifier> {
  const server = await startFakeVerifier(answer);
  running.push(server);
  return server;
}
const ask = (url: string, file = signature, when = at) =>
  new HttpSignatureVerifier(url, LIMITS).verify(content, file, when);
const refusal = async (answer: Answer) => refusalOf(ask((await started(answer)).url));
const answered = (body: unknown) => refusal((response) => answerJson(response, body));
const details = async (answer: Answer, limits = LIMITS) =>
  new HttpSignatureVerifier((await started(answer)).url, limits)
    .verify(content, signature, at)
    .catch((error: { details: unknown }) => error.details);

describe('a good answer', () => {
  it('becomes a verified signature', async () => {
    const { url } = await started((response) => answerJson(response, goodAnswer));
    const { verified: _, ...facts } = goodAnswer;
    expect(await ask(url)).toEqual({
      ...facts,
      validFrom: '2026-01-01T00:00:00.000000Z',
      validTo: '2027-01-01T00:00:00.000000Z',
      signedAt: '2026-11-26T10:00:00.000000Z',
      trust: 'TRUSTED_CHAIN',
      verifiedBy: 'external',
    });
  });

  it('is asked for by one POST of the text, the signature in DER and the instant', async () => {
    const server = await started((response) => answerJson(response, goodAnswer));
    await ask(server.url, Buffer.from('-----BEGIN CMS-----\nMAA=\n-----END CMS-----\n'));
    expect(server.asked).toEqual([
      {
        method: 'POST',
        headers: expect.objectContaining({ 'content-type': 'application/json', accept: 'application/json' }),
        body: { content: content.toString('base64'), signature: 'MAA=', at },
      },
    ]);
  });

  it('is not believed about a certificate that was not valid at the instant', async () => {
    const { url } = await started((response) => answerJson(response, goodAnswer));
    expect(await refusalOf(ask(url, signature, instant('2025-12-31T23:59:59Z')))).toBe('CERTIFICATE_NOT_YET_VALID');
    expect(await refusalOf(ask(url, signature, instant('2027-01-01T00:00:01Z')))).toBe('CERTIFICATE_EXPIRED');
  });

  it('signs in with the name and password of the address', async () => {
    const server = await started((response) => answerJson(response, goodAnswer));
    await ask(server.url.replace('//', '//talqy:word@'));
    expect(server.asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from('talqy:word').toString('base64')}`);
  });
});

describe('a refusal', () => {
  it.each(['SIGNATURE_WRONG', 'CERTIFICATE_REVOKED', 'CHAIN_NOT_TRUSTED'])('is handed on: %s', async (reason) => {
    expect(await answered({ verified: false, reason })).toBe(reason);
  });
  it('is made here of a file that is too large or no signature at all: nobody is asked', async () => {
    const server = await started((response) => answerJson(response, goodAnswer));
    expect(await refusalOf(ask(server.url, Buffer.alloc(1024 * 1024 + 1)))).toBe('TOO_LARGE');
    expect(await refusalOf(ask(server.url, Buffer.from('Қол')))).toBe('NOT_CMS');
    expect(server.asked).toEqual([]);
  });
});

describe('an answer of another shape is VERIFIER_UNAVAILABLE', () => {
  const without = (key: keyof typeof goodAnswer) => ({ ...goodAnswer, [key]: undefined });
  it.each([
    ['no object', []],
    ['nothing', null],
    ['neither yes nor no', { ...goodAnswer, verified: 'true' }],
    ['a reason nobody knows', { verified: false, reason: 'BAD' }],
    ['a reason that is a name of every object', { verified: false, reason: 'toString' }],
    ['no reason', { verified: false }],
    ['that it cannot tell', { verified: false, reason: 'VERIFIER_UNAVAILABLE' }],
    ['a part too few', without('issuer')],
    ['a part too many', { ...goodAnswer, trust: 'TRUSTED_CHAIN' }],
    ['a signer with a part too many', { ...goodAnswer, signer: { ...goodAnswer.signer, iin: '900101300123' } }],
    ['no signer', { ...goodAnswer, signer: 'ТЕСТОВ ТЕСТ' }],
    ['an empty name', { ...goodAnswer, signer: { ...goodAnswer.signer, commonName: ' ' } }],
    ['a number for a text', { ...goodAnswer, algorithm: 5 }],
    ['a line break in a text', { ...goodAnswer, issuer: 'A\nB' }],
    ['a NUL in a text', { ...goodAnswer, issuer: 'A\u0000B' }],
    ['half a character', { ...goodAnswer, issuer: 'A\uD800' }],
    ['a text that is too long', { ...goodAnswer, issuer: 'A'.repeat(1001) }],
    ['a time without a zone', { ...goodAnswer, validTo: '2027-01-01T00:00:00' }],
    ['a null that may not be one', { ...goodAnswer, validTo: null }],
    ['no SHA-256', { ...goodAnswer, certificateSha256: 'ab' }],
    ['a serial number that is none', { ...goodAnswer, certificateSerial: '6C 42' }],
  ])('%s', async (_, body) => {
    expect(await answered(body)).toBe('VERIFIER_UNAVAILABLE');
  });
});

describe('a server that does not answer as agreed is VERIFIER_UNAVAILABLE', () => {
  it.each<[string, Answer, string]>([
    ['fails', (response) => answerJson(response, goodAnswer, 500), 'answered 500'],
    ['made nothing of it', (response) => answerJson(response, goodAnswer, 204), 'answered 204'],
    [
      'answers a page',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      'answered no JSON',
    ],
    [
      'answers broken JSON',
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{'),
      'answered no JSON',
    ],
    [
      'answers no UTF-8',
      (response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x22, 0xff, 0x22])),
      'answered no JSON',
    ],
    [
      'answers too much',
      (response) => answerJson(response, { ...goodAnswer, issuer: 'A'.repeat(5000) }),
      'answered more than 4096 bytes',
    ],
    ['hangs up', (response) => response.destroy(), 'ECONNRESET'],
  ])('%s', async (_, answer, detail) => {
    expect(await details(answer)).toEqual({ reason: 'VERIFIER_UNAVAILABLE', detail });
  });

  it.each<[string, Answer]>([
    ['never answers', () => undefined],
    ['never ends', (response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{')],
    ['answers drop by drop for ever', (response) => dripping(response)],
  ])('%s', async (_, answer) => {
    const told = await details(answer, IMPATIENT);
    expect(told).toEqual({ reason: 'VERIFIER_UNAVAILABLE', detail: 'no answer within 300 ms' });
  });

  it('cannot prove over TLS who it is', async () => {
    const { keys, pem } = issueCertificate({ subject: { CN: 'localhost' }, key: 'P-256' });
    let requests = 0;
    const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
    const server = createServer({ key, cert: pem }, (_, response) => {
      requests += 1;
      answerJson(response, goodAnswer);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve());
    });
    try {
      const { port } = server.address() as AddressInfo;
      expect(await refusalOf(ask(`https://127.0.0.1:${port}/`))).toBe('VERIFIER_UNAVAILABLE');
    } finally {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    }
    expect(requests).toBe(0);
  });

  it('sends elsewhere: the redirect is not followed', async () => {
    const elsewhere = await started((response) => answerJson(response, goodAnswer));
    for (const status of [301, 302, 303, 307, 308]) {
      const told = await details((response) => response.writeHead(status, { location: elsewhere.url }).end());
      expect(told).toEqual({ reason: 'VERIFIER_UNAVAILABLE', detail: `answered ${status}` });
    }
    expect(elsewhere.asked).toEqual([]);
  });

  it('is not there; the refusal names neither the host nor the password', async () => {
    const server = await started(() => undefined);
    await server.stop();
    running = [];
    const error = await ask(server.url.replace('//', '//talqy:word@')).catch((fault: Error) => fault);
    expect(error).toMatchObject({ code: 'signature-verifier-unavailable', reason: 'VERIFIER_UNAVAILABLE' });
    expect(JSON.stringify(error)).not.toMatch(/word|127\.0\.0\.1/);
  });
});

it('needs an address that keeps what is signed to itself', () => {
  expect(() => new HttpSignatureVerifier('http://verifier.example.kz/')).toThrow('https');
  expect(() => new HttpSignatureVerifier('verifier')).toThrow('https');
});

function dripping(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.once('close', () => clearInterval(timer));
}
