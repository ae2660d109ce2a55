import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Settings } from '#lib/settings';
import type { FastifyInstance } from 'fastify';

/** The one line of script in govuk's template, allowed by its hash: a nonce would make every page a new one to a cache. */
function inlineScriptHash(): string {
  const govuk = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
  const template = readFileSync(join(govuk, 'dist/govuk/template.njk'), 'utf8');
  const script = /<script [^>]*?>(document\.body\.className[^<]*)<\/script>/.exec(template)?.[1];
  if (script === undefined) throw new Error('the template of govuk-frontend has another inline script than expected');
  return createHash('sha256').update(script).digest('base64');
}

const inlineScript = inlineScriptHash();

const pagePolicy = (...more: string[]) =>
  [
    "default-src 'none'",
    `script-src 'self' 'sha256-${inlineScript}'`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...more,
  ].join('; ');

/** The one page whose script asks our own server for more: the events of a report that is being made. */
const watchesEvents = /^\/(kk|ru|en)\/officer\/discussions\/[^/?]+\/report\/making\/?(\?|$)/;

/** Swagger UI styles its elements in line and fetches our own API; nothing else of the portal is looser. */
const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function setSecurityHeaders(server: FastifyInstance, settings: Settings): void {
  const isHttps = settings.publicUrl.startsWith('https:');
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'content-security-policy': policyOf(request.url),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    });
    done();
  });
}

function policyOf(url: string): string {
  if (/^\/api\/docs(\/|$|\?)/.test(url)) return docsPolicy;
  return watchesEvents.test(url) ? pagePolicy("connect-src 'self'") : pagePolicy();
}
