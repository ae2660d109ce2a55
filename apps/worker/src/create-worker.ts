import { type AnyProcessor, JobWorkers } from '#lib/jobs';
import { Settings } from '#lib/settings';
import { assertZoneData } from '#lib/time-limits';
import { ConsoleLogger, type INestApplicationContext, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { HealthServer } from './health/health-server.js';
import { Loops } from './loops.js';
import { outboxRoutes } from './outbox/outbox-routes.js';
import { PROCESSORS } from './processors.js';
import { WorkerModule } from './worker.module.js';

export interface Worker {
  readonly app: INestApplicationContext;
  readonly healthPort: number;
  stop(): Promise<void>;
}

/** Starts processors, loops and health. Refuses a job without a processor, and old zone data (REQ-113). */
export async function createWorker(settings: Settings): Promise<Worker> {
  assertZoneData();
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(settings), { logger: linesOf('warn') });
  app.useLogger(linesOf(settings.logLevel));
  const routed = [...new Set(Object.values(outboxRoutes).flatMap((jobs) => jobs.map(({ job }) => job)))];
  app.get(JobWorkers).start(app.get<readonly AnyProcessor[]>(PROCESSORS), routed);
  const loops = app.get(Loops);
  loops.start();
  const health = app.get(HealthServer);
  const healthPort = await health.listen(settings.host, settings.healthPort);
  return {
    app,
    healthPort,
    stop: async () => {
      health.close();
      await loops.stop();
      await app.close();
    },
  };
}

const logLevels: Readonly<Record<string, LogLevel[]>> = {
  silent: [],
  fatal: ['fatal'],
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
};

/** One JSON object a line, for a collector; what Nest says while it starts is left out. */
const linesOf = (level: string) =>
  new ConsoleLogger({
    json: true,
    logLevels: logLevels[level] ?? ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
  });
