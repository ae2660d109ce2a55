// The search for similar remarks in a process of its own, from built code. Argument: id of a closed discussion; answer: a line of
// JSON with the seconds of each stage and the peak of its memory.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConsiderationModule, RequestGrouping, SuggestGroups } from '#lib/consideration';
import { Database, DatabaseModule } from '#lib/database';
import { DiscussionModule } from '#lib/discussion';
import { JobsModule } from '#lib/jobs';
import { CLOCK, system, systemClock } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { benchKeys } from './bench-keys.mjs';

const [discussionId] = process.argv.slice(2);

class ClockModule {}
Module({ providers: [{ provide: CLOCK, useValue: systemClock }], exports: [CLOCK] })(ClockModule);
Global()(ClockModule);

class BenchModule {}
Module({
  imports: [
    DatabaseModule.forRoot({ url: process.env.DATABASE_URL, pool: 4, name: 'talqy-bench', scope: 'system' }),
    ClockModule,
    LedgerModule,
    JobsModule,
    DiscussionModule.forRoot({ receiptSecret: 'a secret for measuring, not for keeping', keyFile: benchKeys() }),
    ConsiderationModule,
  ],
})(BenchModule);

const app = await NestFactory.createApplicationContext(BenchModule, { logger: ['error'] });
const database = app.get(Database);
await app.get(RequestGrouping).execute(discussionId, system('bench'));
const [{ id }] = await database.query(`select id from grouping_run where discussion_id = $1 and state = 'RUNNING'`, [
  discussionId,
]);
const stages = {};
const startedAt = performance.now();
const watch = setInterval(() => void look(), 100);
const outcome = await app.get(SuggestGroups).execute(id);
const seconds = (performance.now() - startedAt) / 1_000;
clearInterval(watch);
await app.close();
const { user, system: kernel } = process.cpuUsage();
console.log(JSON.stringify({ outcome, seconds, cpuSeconds: (user + kernel) / 1e6, stages, peakMiB: peakMiB() }));

/** When each stage was first seen, in seconds from the start. */
async function look() {
  const [run] = await database.query('select stage from grouping_run where id = $1', [id]).catch(() => []);
  if (run) stages[run.stage] ??= Number(((performance.now() - startedAt) / 1_000).toFixed(1));
}

function peakMiB() {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1_024);
  } catch {
    return Math.round(process.resourceUsage().maxRSS / 1_024);
  }
}
