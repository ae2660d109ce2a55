import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { projectRoot } from '#lib/settings';
import type { FastifyInstance } from 'fastify';

const root = join(projectRoot(), 'dist/assets');
const versioned = [
  'main.css',
  'enhance.js',
  'report-progress.js',
  'draft-keeper.js',
  'keys.js',
  'proof.js',
  'proof-worker.js',
  'remark-draft.js',
  'remark-files.js',
  'own-remarks.js',
  'govuk-frontend.min.js',
  'mark.svg',
];

let version: string | undefined;

/** Changes when a file does. */
function assetsVersion(): string {
  const hash = createHash('sha256');
  for (const path of versioned.map((name) => join(root, name))) if (existsSync(path)) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}

/** The address assets stand under while they are as they are now: `/assets/0123456789ab`. */
export function assetsPath(): string {
  version ??= assetsVersion();
  return `/assets/${version}`;
}

/** An address with a version is the file itself; a page of a portal before or after this one still finds its styles. */
export const withoutAssetsVersion = (url: string): string => url.replace(/^\/assets\/[0-9a-f]{12}\//, '/assets/');

/** Styles, fonts and the one script, as `npm run build` made them: for ever under their version, an hour without. */
export async function serveAssets(server: FastifyInstance): Promise<void> {
  const forEver = `${assetsPath()}/`;
  server.addHook('onRequest', (request, reply, done) => {
    if (request.originalUrl.startsWith(forEver))
      void reply.header('cache-control', 'public, max-age=31536000, immutable');
    else if (request.url.startsWith('/assets/')) void reply.header('cache-control', 'public, max-age=3600');
    done();
  });
  await server.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    index: false,
    cacheControl: false,
    preCompressed: true,
    dotfiles: 'ignore',
  });
}
