import { randomBytes } from 'node:crypto';
import type { Settings } from '#lib/settings';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** What an inline script of this answer must carry. */
    cspNonce: string;
  }
}

const pagePolicy = (nonce: string, ...more: string[]) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
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
  server.decorateRequest('cspNonce', '');
  server.addHook('onRequest', (request, reply, done) => {
    request.cspNonce = randomBytes(16).toString('base64');
    void reply.headers({
      'content-security-policy': policyOf(request.url, request.cspNonce),
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
    const isData = type !== '' && !/^text\/(html|css|javascript|event-stream)|^font\//.test(type);
    if (isData && !docs.test(request.url)) void reply.header('content-security-policy', dataPolicy);
    done(null, payload);
  });
}

const docs = /^\/api\/docs(\/|$|\?)/;

function policyOf(url: string, nonce: string): string {
  if (docs.test(url)) return docsPolicy;
  return watchesEvents.test(url) ? pagePolicy(nonce, "connect-src 'self'") : pagePolicy(nonce);
}
