import type { Clock } from '#lib/kernel';
import { loadSettings } from '#lib/settings';
import { createTestDatabase, type TestDatabase, testKeyFile } from '#lib/testing';
import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { createPortal } from '../src/portal.js';
import { createLog } from '../src/request/log.js';

/** A portal starts in a second; passwords are hashed slowly on purpose, and the suites share two cores. */
jest.setTimeout(60_000);

export interface PortalUnderTest {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  get(url: string, options?: Omit<InjectOptions, 'url' | 'method'>): Promise<LightMyRequestResponse>;
  send(method: 'POST' | 'PUT' | 'DELETE', url: string, options?: InjectOptions): Promise<LightMyRequestResponse>;
  /** Listens on a port of the OS’s choosing; the address to type. */
  listen(): Promise<string>;
  stop(): Promise<void>;
}

/** The whole portal over a database of its own, asked without a socket. */
export async function startPortal(
  options: { clock?: Clock; env?: Record<string, string>; logTo?: (line: string) => void } = {},
): Promise<PortalUnderTest> {
  const database = await createTestDatabase();
  // What a suite does in the portal beside requests is the system's, as if a worker did it; requests say for whom they are.
  await database.query(`alter database ${new URL(database.url).pathname.slice(1)} set talqy.actor_scope = 'system'`);
  const settings = loadSettings({
    DATABASE_URL: database.url,
    TALQY_SECRET: 'a secret of the tests, long enough',
    TALQY_KEYS: testKeyFile(),
    DATABASE_POOL: '6',
    PUBLIC_URL: 'http://localhost:80',
    DRAIN_SECONDS: '0',
    PAGE_FRESHNESS_MS: '0',
    LOG_LEVEL: 'error',
    NODE_ENV: 'test',
    PROOF_ABOVE: '0',
    // A suite asks more in a minute than an office in an hour; the suites of the limits set their own.
    RATE_LIMITS: 'remark:100000,receipt-check:100000,sign-in:100000,password-reset:100000,upload:100000,search:100000',
    ...options.env,
  });
  const { clock, logTo } = options;
  const app = await createPortal(settings, clock, logTo && createLog(settings, { write: logTo }));
  await app.init();
  const server = app.getHttpAdapter().getInstance();
  await server.ready();
  return {
    app,
    database,
    get: (url, more = {}) => server.inject({ method: 'GET', url, ...more }),
    send: (method, url, more = {}) => server.inject({ method, url, ...more }),
    listen: async () => {
      await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}
