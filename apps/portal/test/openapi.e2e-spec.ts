import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#lib/settings';
import { everyRoute } from './every-route.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';

const committed = join(projectRoot(), 'apps/portal/test/openapi.json');

let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

interface Description {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { operationId: string; responses: object }>>;
}

describe('/api/openapi.json', () => {
  it('is OpenAPI 3.1 and what is committed; UPDATE_OPENAPI=1 writes it anew', async () => {
    const answer = await portal.get('/api/openapi.json');
    const text = `${JSON.stringify(answer.json(), null, 2)}\n`;
    if (process.env['UPDATE_OPENAPI']) writeFileSync(committed, text);
    expect(answer.json<Description>().openapi).toBe('3.1.0');
    expect(text).not.toContain('"nullable"');
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(committed, 'utf8')));
  });

  it('describes every route of the API, and no route that is not there', async () => {
    const { paths } = (await portal.get('/api/openapi.json')).json<Description>();
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const served = everyRoute(portal.app)
      .filter(({ path }) => path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(described.toSorted()).toEqual(served.toSorted());
  });

  it('serves a page to try it, under a policy of its own', async () => {
    const page = await portal.get('/api/docs');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    const scripts = [...page.body.matchAll(/<script([^>]*)>/g)].map(([, attributes = '']) => attributes);
    expect(scripts.every((attributes) => attributes.includes('src='))).toBe(true);
    expect((await portal.get('/api/docs/swagger-ui-bundle.js')).statusCode).toBe(200);
  });
});
