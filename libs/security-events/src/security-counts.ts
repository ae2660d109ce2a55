import { Database } from '#lib/database';
import type { SecurityKind } from '#lib/kernel';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { SecurityMetrics } from './security-metrics.js';

const TELL_EVERY_MS = 5_000;

const TELL = `
  insert into security_event_count as c (kind, minute, count)
  select i.kind, date_trunc('minute', statement_timestamp()), i.count from unnest($1::text[], $2::int[]) as i (kind, count) order by i.kind
  on conflict (kind, minute) do update set count = c.count + excluded.count`;

/** Counts in memory; what cannot be told to the database now is told later, and is in the log in any case. */
@Injectable()
export class SecurityCounts implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('SecurityCounts');
  private pending = new Map<SecurityKind, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly metrics: SecurityMetrics,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.tell(), TELL_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.tell();
  }

  add(kind: SecurityKind, many = 1): void {
    this.pending.set(kind, (this.pending.get(kind) ?? 0) + many);
    this.metrics.count(kind, many);
  }

  async tell(): Promise<void> {
    if (this.pending.size === 0) return;
    const sent = [...this.pending];
    this.pending = new Map();
    try {
      await this.database.query(TELL, [sent.map(([kind]) => kind), sent.map(([, count]) => count)]);
    } catch (error) {
      for (const [kind, count] of sent) this.pending.set(kind, (this.pending.get(kind) ?? 0) + count);
      this.logger.warn({ msg: 'counts of security events were not told', error: String(error) });
    }
  }
}
