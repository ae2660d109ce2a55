import { lookup as systemLookup } from 'node:dns/promises';
import { Agent as HttpAgent, type IncomingHttpHeaders, type IncomingMessage, request as overHttp } from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';
import { isOwnHost, isPublicAddress } from './public-address.js';

export interface OutgoingRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /**
   * `configured`: the operator's settings name the address, so it may be in the own network, and http where the setting allows it.
   * `stranger`: it came with somebody's words.
   */
  readonly namedBy: 'configured' | 'stranger';
  /** Of a configured address: whether it may be, or must be, one of this host itself. Without it, it may. */
  readonly ownHost?: 'never' | 'only';
  /** From the question to the resolver to the last byte received. */
  readonly milliseconds: number;
  /** Of the answer's body, at most. */
  readonly bytes: number;
}

export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** No whole answer came, or nobody was asked. The message names neither host nor credentials: it may be shown. */
export class OutgoingFailed extends Error {}

export interface Address {
  readonly address: string;
  readonly family: number;
}
type Resolve = (host: string) => Promise<readonly Address[]>;
const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true });

/**
 * Asks another server once: one connection, no redirect followed, no proxy of the environment, the certificate always checked. The
 * name is resolved once, every address it has must be allowed, and only those are connected to, the next where one does not answer:
 * they cannot change in between.
 * @throws OutgoingFailed
 */
export async function askOutside(
  request: OutgoingRequest,
  resolve: Resolve = resolveBySystem,
): Promise<OutgoingAnswer> {
  const signal = AbortSignal.timeout(request.milliseconds);
  try {
    assertAllowedUrl(request);
    const addresses = await allowedAddresses(request, beforeAbort(signal, resolve));
    return await wholeAnswer(await send(request, addresses, signal), request.bytes);
  } catch (error) {
    if (error instanceof OutgoingFailed) throw error;
    const { code = 'broken off' } = error as { code?: string };
    const why = signal.aborted ? `no answer within ${request.milliseconds} ms` : code;
    throw new OutgoingFailed(why, { cause: error });
  }
}

function assertAllowedUrl({ url, namedBy }: OutgoingRequest): void {
  const { protocol, username, password, port } = url;
  if (protocol !== 'https:' && protocol !== 'http:') throw new OutgoingFailed('the address is not one of the web');
  if (namedBy === 'configured') return;
  if (protocol !== 'https:') throw new OutgoingFailed('the address is not https');
  if (username || password) throw new OutgoingFailed('the address carries a name or a password');
  if (port) throw new OutgoingFailed('the address names a port of its own');
}

type Addresses = readonly [Address, ...Address[]];

async function allowedAddresses({ url, namedBy, ownHost }: OutgoingRequest, resolve: Resolve): Promise<Addresses> {
  const addresses = await resolve(url.hostname.replaceAll(/^\[|\]$/g, ''));
  if (namedBy === 'stranger' && !addresses.every(({ address }) => isPublicAddress(address)))
    throw new OutgoingFailed('the address leads into a private network');
  if (ownHost === 'never' && addresses.some(({ address }) => isOwnHost(address)))
    throw new OutgoingFailed('the address leads to this host');
  if (ownHost === 'only' && !addresses.every(({ address }) => isOwnHost(address)))
    throw new OutgoingFailed('the address leads away from this host');
  const [first, ...others] = addresses;
  if (!first) throw new OutgoingFailed('the name leads nowhere');
  return [first, ...others];
}

/** A resolver cannot be told to stop; it is not waited for. */
const beforeAbort =
  (signal: AbortSignal, resolve: Resolve): Resolve =>
  (host) =>
    new Promise((resolved, reject) => {
      signal.addEventListener('abort', reject, { once: true });
      resolve(host).then(resolved, reject);
    });

function send(request: OutgoingRequest, addresses: Addresses, signal: AbortSignal): Promise<IncomingMessage> {
  const { url, method, body, headers } = request;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const [first] = addresses;
  // Node asks for one address or for a list, as it likes; it gets what was looked at.
  const pinned = (_host: string, { all }: { all?: boolean }, told: (...given: never[]) => void) =>
    Reflect.apply(told, undefined, all ? [null, addresses] : [null, first.address, first.family]);
  const options = { method, headers: { ...headers, ...length }, signal, lookup: pinned };
  return new Promise((resolve, reject) => {
    const sent =
      url.protocol === 'https:'
        ? overHttps(url, { ...options, agent: new HttpsAgent({ rejectUnauthorized: true }) })
        : overHttp(url, { ...options, agent: new HttpAgent() });
    sent.once('response', resolve).once('error', reject).end(body);
  });
}

async function wholeAnswer(response: IncomingMessage, limit: number): Promise<OutgoingAnswer> {
  const { statusCode = 0, headers } = response;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw new OutgoingFailed(`answered more than ${limit} bytes`);
      chunks.push(chunk);
    }
  } finally {
    response.destroy();
  }
  return { status: statusCode, headers, body: Buffer.concat(chunks) };
}
