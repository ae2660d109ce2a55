import { CLOCK, type Clock, systemClock } from '#lib/kernel';
import { type DynamicModule, Global, Module } from '@nestjs/common';

/** Gives the process's clock to every module; the demo and imports of past discussions hand in their own. */
@Global()
@Module({})
export class ClockModule {
  static forRoot(clock: Clock = systemClock): DynamicModule {
    return { module: ClockModule, providers: [{ provide: CLOCK, useValue: clock }], exports: [CLOCK] };
  }
}
