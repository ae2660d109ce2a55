import { type DynamicModule, Module } from '@nestjs/common';
import { thresholdsFrom } from './domain/thresholds.js';
import { RaiseAlarms, SECURITY_THRESHOLDS } from './raise-alarms.js';
import { RecentAlarms } from './recent-alarms.js';
import { SecurityCounts } from './security-counts.js';
import { SecurityMetrics } from './security-metrics.js';

export interface SecurityEventsSettings {
  /** `kind:number` over the usual bounds. */
  readonly thresholds?: readonly string[];
}

@Module({})
export class SecurityEventsModule {
  static forRoot({ thresholds }: SecurityEventsSettings): DynamicModule {
    const face = [SecurityCounts, SecurityMetrics, RaiseAlarms, RecentAlarms];
    return {
      module: SecurityEventsModule,
      global: true,
      providers: [{ provide: SECURITY_THRESHOLDS, useValue: thresholdsFrom(thresholds) }, ...face],
      exports: face,
    };
  }
}
