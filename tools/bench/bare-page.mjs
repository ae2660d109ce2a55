// The denominator: Fastify with nothing but one string of so many bytes.
import Fastify from 'fastify';

const server = Fastify({ logger: false });
const page = 'x'.repeat(Number(process.env.BYTES));
server.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
await server.listen({ port: 0, host: '127.0.0.1' });
console.log(JSON.stringify({ msg: 'listening', port: server.server.address().port }));
process.on('SIGTERM', () => process.exit(0));
