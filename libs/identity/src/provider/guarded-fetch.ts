import { askOutside, type OutgoingAnswer, OutgoingFailed, type OutgoingRequest } from '#lib/outgoing';
import type { CustomFetch } from 'openid-client';
import { ProviderUnavailable } from './provider-refusals.js';

const bounds = { milliseconds: 10_000, bytes: 1_000_000 } as const;

/**
 * The client's requests, through the one door. A real provider is asked over https and never on this host; the development provider
 * only there.
 */
export const guardedFetch =
  (isDevelopment: boolean): CustomFetch =>
  async (address, { method, headers, body }) => {
    const url = new URL(address);
    if (!isDevelopment && url.protocol !== 'https:')
      throw new ProviderUnavailable(new Error('an address of the provider is not https'));
    const answer = await asked({
      url,
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      ...(body === null || body === undefined ? {} : { body: textOf(body) }),
      namedBy: 'configured',
      ownHost: isDevelopment ? 'only' : 'never',
      ...bounds,
    });
    const { status } = answer;
    if (status >= 500) throw new ProviderUnavailable(new Error(`the provider answered ${status}`));
    const hasBody = status !== 204 && status !== 205 && status !== 304;
    return new Response(hasBody ? new Uint8Array(answer.body) : null, { status, headers: flat(answer.headers) });
  };

async function asked(request: OutgoingRequest): Promise<OutgoingAnswer> {
  try {
    return await askOutside(request);
  } catch (error) {
    throw error instanceof OutgoingFailed ? new ProviderUnavailable(error) : error;
  }
}

function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('the client sends a body of another kind');
}

const flat = (headers: Readonly<Record<string, string | string[] | undefined>>): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((each): [string, string] => [name, each]),
  );
