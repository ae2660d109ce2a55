import { describe, expect, it } from '@jest/globals';
import { fastify, LogController } from 'fastify';
import { createLog, logEachRequest } from './log.js';

describe('the log', () => {
  it('tells where a database error is, and none of the words that were sent', () => {
    const lines: string[] = [];
    const log = createLog({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) });
    const error = Object.assign(new Error('null value in column "kind"'), {
      code: '23502',
      parameters: ['Құпия Атауы', 'qupia@secret.example'],
      detail: 'Failing row contains (Құпия Атауы)',
    });
    log.error({ err: error }, 'request failed');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'request failed', err: { code: '23502', type: 'Error' } });
    expect(lines[0]).not.toMatch(/Құпия|secret\.example/);
  });
});

describe('the lines of requests', () => {
  async function linesOf(ask: (server: ReturnType<typeof fastify>) => Promise<unknown>): Promise<string[]> {
    const lines: string[] = [];
    const loggerInstance = createLog({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) });
    const server = fastify({ loggerInstance, logController: new LogController({ disableRequestLogging: true }) });
    const counted: string[] = [];
    logEachRequest(server as never, (kind) => counted.push(kind));
    server.post('/api/v1/session', async (_request, reply) => reply.status(401).send({}));
    server.get('/ru/remarks/:number/:secret', (request, reply) => {
      request.session = { id: 'a-session' } as never;
      request.officer = { kind: 'officer', id: 'an-id', name: 'Құпия Атауы', bodyId: 'b', roles: ['officer'] };
      void reply.send('');
    });
    await ask(server);
    await server.close();
    const security = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ logger }) => logger);
    expect(counted).toEqual(security.map(({ msg }) => msg));
    return lines;
  }

  it('NT69, v5.0.0-16.4.1: one request is one line of JSON, whatever breaks lines in it; nothing of it is repeated', async () => {
    const lines = await linesOf((server) =>
      server.inject({
        method: 'POST',
        url: '/api/v1/session?a=%0d%0a{"level":60}%1b[31m',
        headers: { 'user-agent': 'a\u2028{"msg":"forged"}', 'x-request-id': 'x"}\\n{' },
        payload: { email: 'qupia@secret.example\r\n{"msg":"forged"}', password: 'құпия-сөз' },
      }),
    );
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line.trimEnd().split(/[\r\n\u2028]/)).toHaveLength(1);
    expect(lines.join('')).not.toMatch(/forged|secret\.example|құпия|31m/);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      logger: 'security',
      msg: 'sign-in-refused',
      actor: 'anonymous',
      route: '/api/v1/session',
      status: 401,
      reqId: expect.any(String),
    });
  });

  it('v5.0.0-16.2.1, 16.2.5: it tells who by the id, what by the pattern, and neither the secret nor the name', async () => {
    const [line = '', ...more] = await linesOf((server) =>
      server.inject({ url: '/ru/remarks/AB12/a-secret-of-a-sender' }),
    );
    expect(more).toEqual([]);
    expect(JSON.parse(line)).toMatchObject({
      actor: 'an-id',
      route: '/ru/remarks/:number/:secret',
      method: 'GET',
      status: 200,
    });
    expect(line).not.toMatch(/a-secret|AB12|Құпия/);
  });
});
