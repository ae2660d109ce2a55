import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface LyingProvider {
  readonly issuer: string;
  /** What the next token says; `sign` makes it from its header and claims. */
  lie: { header?: object; claims?: object; sign?: (content: string) => string; status?: number; metadata?: object };
  /** Forms that came to the token endpoint. */
  readonly asked: URLSearchParams[];
  /** With the key the provider publishes. */
  readonly signed: (content: string) => string;
  stop(): Promise<void>;
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
export const signedBy = (key: KeyObject) => (content: string) =>
  createSign('RSA-SHA256').update(content).sign(key).toString('base64url');

/** A provider that answers every code with a token of the test's choosing. */
export async function startLyingProvider(truth: () => object): Promise<LyingProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signed = signedBy(privateKey);
  const provider: LyingProvider = {
    issuer,
    lie: {},
    asked,
    signed,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const status = provider.lie.status ?? 200;
    const send = (value: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (request.url === '/.well-known/openid-configuration') send({ ...metadata(issuer), ...provider.lie.metadata });
    else if (request.url === '/jwks')
      send({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256' }] });
    else {
      asked.push(new URLSearchParams(await text(request)));
      send({ access_token: 'a', token_type: 'Bearer', id_token: token() });
    }
  }

  function token(): string {
    const { header, claims, sign = signed } = provider.lie;
    const now = Math.floor(Date.now() / 1000);
    const content = [
      encoded({ alg: 'RS256', kid: 'k', ...header }),
      encoded({ iss: issuer, aud: 'talqy', sub: 'a', iat: now, exp: now + 60, ...truth(), ...claims }),
    ].join('.');
    return `${content}.${sign(content)}`;
  }
  return provider;
}

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
});
