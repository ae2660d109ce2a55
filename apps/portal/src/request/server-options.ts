import { newId } from '#lib/kernel';
import type { Settings } from '#lib/settings';
import { LogController } from 'fastify';
import type { Logger } from 'pino';
import { withoutAssetsVersion } from './assets.js';

/** A draft of a long standard in two languages fits; a remark takes a fraction. Files go by their own limits. */
export const BODY_LIMIT = 2 * 1024 * 1024;

/** No request lives longer than the drain after which a discussion closes (design, section 3). */
const REQUEST_TIMEOUT_MS = 30_000;

/** Connections on which nothing is asked do not add up; a proxy in front opens a new one. */
const KEEP_ALIVE_MS = 5_000;

export function serverOptions(settings: Settings, log: Logger) {
  return {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    requestIdHeader: false as const,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle' as const,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    rewriteUrl: (request: { url?: string }) => withoutAssetsVersion(request.url ?? '/'),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    http: {
      headersTimeout: 10_000,
      // How often the two timeouts are looked at: at Node's own half minute a slow client would stay three times as long.
      connectionsCheckingInterval: 2_000,
      maxHeaderSize: 16 * 1024,
    },
  };
}
