// SubmitRemark behind bare node:http: what the use case costs without the web framework (`--core`).
import 'reflect-metadata';
import { createServer } from 'node:http';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '#lib/database';
import { DiscussionModule, SubmitRemark } from '#lib/discussion';
import { JobsModule } from '#lib/jobs';
import { CLOCK, systemClock } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { benchKeys } from './bench-keys.mjs';

class ClockModule {}
Module({ providers: [{ provide: CLOCK, useValue: systemClock }], exports: [CLOCK] })(ClockModule);
Global()(ClockModule);

class CoreModule {}
Module({
  imports: [
    DatabaseModule.forRoot({ url: process.env.DATABASE_URL, pool: 16, scope: 'system' }),
    ClockModule,
    LedgerModule,
    JobsModule,
    DiscussionModule.forRoot({ receiptSecret: 'a secret for measuring, not for keeping', keyFile: benchKeys() }),
  ],
})(CoreModule);

const app = await NestFactory.createApplicationContext(CoreModule, { logger: ['error'] });
const submit = app.get(SubmitRemark);

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    acknowledge(request, chunks, performance.now()).then(
      (receipt) => send(response, 201, receipt),
      (error) => send(response, 500, { error: String(error) }),
    );
  });
});

async function acknowledge(request, chunks, arrivedAt) {
  const { sender, ...content } = JSON.parse(Buffer.concat(chunks).toString());
  const input = {
    discussionId: request.url.split('/')[4],
    channel: 'API',
    idempotencyKey: request.headers['idempotency-key'].slice(1, -1),
    content,
    sender,
  };
  return submit.execute(input, { elapsedMs: performance.now() - arrivedAt });
}

function send(response, status, value) {
  const body = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ msg: 'listening', port: server.address().port })));
process.on('SIGTERM', () => process.exit(0));
process.on('SIGINT', () => process.exit(0));
