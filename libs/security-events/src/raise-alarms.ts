import { Database } from '#lib/database';
import type { Instant, SecurityKind } from '#lib/kernel';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ALARM_MINUTES, type Thresholds } from './domain/thresholds.js';

/** The injection token of the bounds, by kind. */
export const SECURITY_THRESHOLDS = Symbol('SecurityThresholds');

export interface SecurityAlarm {
  readonly kind: SecurityKind;
  /** The start of the ten minutes. */
  readonly windowStart: Instant;
  /** When the bound was found passed. */
  readonly count: number;
  readonly threshold: number;
}

const WINDOW = `interval '${ALARM_MINUTES} minutes'`;

/** The window that runs and the one before it: what was counted at its end is told a little later. */
const RAISE = `
  insert into security_alarm (kind, window_start, count, threshold)
  select c.kind, date_bin(${WINDOW}, c.minute, '2000-01-01Z'), sum(c.count), t.threshold
    from security_event_count c join unnest($1::text[], $2::int[]) as t (kind, threshold) on t.kind = c.kind
   where c.minute >= date_bin(${WINDOW}, clock_timestamp(), '2000-01-01Z') - ${WINDOW}
   group by 1, 2, t.threshold having sum(c.count) >= t.threshold
  on conflict (kind, window_start) do nothing
  returning kind, window_start as "windowStart", count, threshold`;

const FORGET = [
  `delete from security_event_count where minute < clock_timestamp() - interval '30 days'`,
  `delete from security_alarm where window_start < clock_timestamp() - interval '1 year'`,
];

@Injectable()
export class RaiseAlarms {
  private readonly logger = new Logger('security');

  constructor(
    private readonly database: Database,
    @Inject(SECURITY_THRESHOLDS) private readonly thresholds: Thresholds,
  ) {}

  /** Any number of workers may call it: each alarm is raised by one, once, and is one line of the log. */
  async look(): Promise<SecurityAlarm[]> {
    const bounds = Object.entries(this.thresholds);
    const kinds = bounds.map(([kind]) => kind);
    const raised = await this.database.query<SecurityAlarm>(RAISE, [kinds, bounds.map(([, most]) => most)]);
    for (const alarm of raised) this.logger.error({ msg: 'security-alarm', ...alarm });
    for (const statement of FORGET) await this.database.query(statement);
    return raised;
  }
}
