import type { Settings } from '#lib/settings';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where the site is on the internet, never what a request claims: links for search engines begin with it. */
    siteAddress: string;
  }
}

export function tellSiteAddress(server: FastifyInstance, { publicUrl }: Settings): void {
  server.decorateRequest('siteAddress', publicUrl);
}
