import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import type { SecurityAlarm } from './raise-alarms.js';

@Injectable()
export class RecentAlarms {
  constructor(private readonly database: Database) {}

  /** Of the last day, the newest first. */
  list(): Promise<SecurityAlarm[]> {
    return this.database.query<SecurityAlarm>(
      `select kind, window_start as "windowStart", count, threshold from security_alarm
        where window_start > clock_timestamp() - interval '1 day' order by window_start desc, kind limit 50`,
    );
  }
}
