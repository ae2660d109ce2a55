import type { FastifyInstance } from 'fastify';

/** An address that is there, asked by a method that no route of it declares, is answered 405 with what it takes (RFC 9110, 15.5.6). */
export function answerOtherMethods(server: FastifyInstance): void {
  const methodsOf = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();
  server.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const known = methodsOf.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const each of [method].flat()) known.methods.add(each);
    methodsOf.set(url, known);
  });
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = [...methodsOf.values()]
      .filter(({ pattern }) => pattern.test(path))
      .flatMap((each) => [...each.methods]);
    if (allowed.length === 0 || allowed.includes(request.method)) return done();
    void reply.header('allow', [...new Set(allowed)].toSorted().join(', '));
    done(Object.assign(new Error('the address does not take this method'), { statusCode: 405 }));
  });
}

/** `/:language(^(?:kk|ru|en)$)/receipts` as a pattern of real addresses. */
function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (!part.startsWith(':')) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const choice = /\(\^(.*)\$\)$/.exec(part)?.[1];
    return choice ?? '[^/]+';
  });
  return new RegExp(`^${parts.join('/').replace(/\/$/, '')}/?$`);
}
