import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { projectRoot } from '#lib/settings';
import type { FastifyInstance } from 'fastify';

/** Styles, fonts and the one script, as `npm run build` made them. */
export async function serveAssets(server: FastifyInstance): Promise<void> {
  await server.register(fastifyStatic, {
    root: join(projectRoot(), 'dist/assets'),
    prefix: '/assets/',
    index: false,
    maxAge: '1h',
    dotfiles: 'ignore',
  });
}
