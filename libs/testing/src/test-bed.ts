import { DatabaseModule } from '#lib/database';
import { CLOCK, type Clock, fixedClock, type Instant, instant } from '#lib/kernel';
import { type Abstract, Global, Module, type ModuleMetadata, type Provider, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface TestBed {
  readonly database: TestDatabase;
  readonly clock: Clock & { set(to: Instant): void };
  get<Service>(token: Type<Service> | Abstract<Service> | string | symbol): Service;
  stop(): Promise<void>;
}

export interface TestBedOptions {
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  readonly providers?: Provider[];
  /** Where the injected clock stands; deadlines still go by the database. */
  readonly now?: string;
  /** Sees what is unpublished only of the body it acts for, as a portal does; else of all bodies, as a worker does. */
  readonly isPortal?: boolean;
  readonly database?: TestDatabase;
}

function clockModule(clock: Clock) {
  @Global()
  @Module({ providers: [{ provide: CLOCK, useValue: clock }], exports: [CLOCK] })
  class FixedClockModule {}
  return FixedClockModule;
}

/** The named modules over a fresh database, with a clock that stands still. */
export async function startTestBed(options: TestBedOptions): Promise<TestBed> {
  const database = options.database ?? (await createTestDatabase());
  const clock = fixedClock(instant(options.now ?? '2016-06-01T06:00:00Z'));
  const module: TestingModule = await Test.createTestingModule({
    imports: [
      DatabaseModule.forRoot({ url: database.url, pool: 8, ...(!options.isPortal && { scope: 'system' }) }),
      clockModule(clock),
      ...options.imports,
    ],
    providers: options.providers ?? [],
  }).compile();
  await module.init();
  return {
    database,
    clock,
    get: (token) => module.get(token, { strict: false }),
    stop: async () => {
      await module.close();
      if (!options.database) await database.drop();
    },
  };
}
