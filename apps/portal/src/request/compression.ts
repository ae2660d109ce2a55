import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

const compressible = /^text\/(?!event-stream)|[/+](json|xml|javascript)(;|$)|^image\/svg/;

/** Whose answers may hold a secret beside words of the request: their length would tell it, letter by letter (BREACH). */
const secretPath =
  /^\/(kk|ru|en)\/(remarks\/|officer|sign-|invitations\/|password-resets\/|forgotten-)|^\/api\/v1\/(session|remarks)/;

/**
 * Brotli or gzip for what is public. Nothing is unpacked that a request sends: a small body must not become a large one.
 */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  server.addHook('onRequest', (request, _reply, done) => {
    const isPublic = request.method === 'GET' && !request.headers.cookie && !secretPath.test(request.url);
    if (!isPublic) request.headers['x-no-compression'] = 'true';
    done();
  });
  await server.register(compress, {
    globalCompression: true,
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    customTypes: compressible,
    threshold: 1024,
  });
}
