import { Agent as HttpAgent, type IncomingMessage, type RequestOptions, request as overHttp } from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';

export interface PostLimits {
  /** From the first byte sent to the last received. */
  readonly milliseconds: number;
  /** Of the answer. */
  readonly bytes: number;
}

/** Nothing usable came back. The message names neither host nor credentials: it may be shown. */
export class NoUsableAnswer extends Error {}

/**
 * POSTs JSON and reads JSON back. One connection for one request, no redirect followed, no proxy from the environment, the
 * server's certificate always checked, the answer cut off at its limits.
 * @throws NoUsableAnswer
 */
export async function postJson(url: URL, body: object, limits: PostLimits): Promise<unknown> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await send(url, JSON.stringify(body), signal);
    return parsed(await wholeAnswer(response, limits.bytes));
  } catch (error) {
    if (error instanceof NoUsableAnswer) throw error;
    const { code = 'broken off' } = error as { code?: string };
    throw new NoUsableAnswer(signal.aborted ? `no answer within ${limits.milliseconds} ms` : code, { cause: error });
  }
}

function send(url: URL, body: string, signal: AbortSignal): Promise<IncomingMessage> {
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const options: RequestOptions = { method: 'POST', headers, signal };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'https:'
        ? overHttps(url, { ...options, agent: new HttpsAgent({ rejectUnauthorized: true }) })
        : overHttp(url, { ...options, agent: new HttpAgent() });
    request.once('response', resolve).once('error', reject).end(body);
  });
}

async function wholeAnswer(response: IncomingMessage, limit: number): Promise<Buffer> {
  const { statusCode, headers } = response;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (statusCode !== 200) throw new NoUsableAnswer(`answered ${statusCode}`);
    if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
      throw new NoUsableAnswer('answered no JSON');
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw new NoUsableAnswer(`answered more than ${limit} bytes`);
      chunks.push(chunk);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function parsed(answer: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer));
  } catch {
    throw new NoUsableAnswer('answered no JSON');
  }
}
