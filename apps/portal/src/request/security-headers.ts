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

/**
 * The pages whose script asks our own server for more: the events of a report that is being made, files sent as they are
 * chosen, the state of remembered remarks. */
const asksServer =
  /^\/(kk|ru|en)\/(officer\/discussions\/[^/?]+\/report\/making|discussions\/[^/?]+\/remark(\/[a-z]+)?|my-remarks)\/?(\?|$)/;

/** Swagger UI styles its elements in line and fetches our own API; nothing else of the portal is looser. */
const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What is no page is data or a file to save: whatever a browser makes of it has no script, no form and no origin. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

const noFeature = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'web-share',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

export function setSecurityHeaders(server: FastifyInstance, settings: Settings): void {
  const isHttps = settings.publicUrl.startsWith('https:');
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'content-security-policy': policyOf(request.url),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': noFeature,
      'x-frame-options': 'DENY',
      ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    });
    done();
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    const type = String(reply.getHeader('content-type') ?? '');
    // A worker runs under the policy of its own script: in a sandbox it would have no WebCrypto to find a proof with.
    const isData =
      type !== '' && !/^text\/(html|css|javascript|event-stream)|^font\/|^application\/javascript/.test(type);
    if (isData && !docs.test(request.url)) void reply.header('content-security-policy', dataPolicy);
    done(null, payload);
  });
}

const docs = /^\/api\/docs(\/|$|\?)/;

function policyOf(url: string): string {
  if (docs.test(url)) return docsPolicy;
  return asksServer.test(url) ? pagePolicy("connect-src 'self'") : pagePolicy();
}
