import { type Clock, systemClock } from '#lib/kernel';
import type { Settings } from '#lib/settings';
import { assertZoneData } from '#lib/time-limits';
import type { Abstract, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CliModule } from '../cli.module.js';

/** The use cases and queries of the libs, wired as in the portal, without HTTP. */
export interface Context {
  get<Service>(token: Type<Service> | Abstract<Service>): Service;
}

/** Opens the libs over the database, does the work, closes them again; the clock may be that of a past discussion. */
export async function inContext<Result>(
  settings: Settings,
  work: (context: Context) => Promise<Result>,
  clock: Clock = systemClock,
): Promise<Result> {
  assertZoneData();
  const app = await NestFactory.createApplicationContext(CliModule.forRoot(settings, clock), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await work({ get: (token) => app.get(token, { strict: false }) });
  } finally {
    await app.close();
  }
}
