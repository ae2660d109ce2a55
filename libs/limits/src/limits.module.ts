import { type DynamicModule, Module } from '@nestjs/common';
import { AddressKeys } from './address-keys.js';
import { LIMITS_SETTINGS, type LimitsSettings } from './limits-settings.js';
import { LoadGate } from './load-gate.js';
import { Proofs } from './proofs.js';
import { RequestCounts } from './request-counts.js';
import { RequestLimits } from './request-limits.js';
import { WaitLine } from './wait-line.js';

@Module({})
export class LimitsModule {
  static forRoot(settings: LimitsSettings): DynamicModule {
    const face = [RequestLimits, RequestCounts, WaitLine, LoadGate, Proofs];
    return {
      module: LimitsModule,
      global: true,
      providers: [{ provide: LIMITS_SETTINGS, useValue: settings }, AddressKeys, ...face],
      exports: face,
    };
  }
}
