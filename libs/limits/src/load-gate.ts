import { Database } from '#lib/database';
import { newId } from '#lib/kernel';
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { LIMITS_SETTINGS, type LimitsSettings } from './limits-settings.js';

const LOOK_EVERY_MS = 1_000;

/**
 * One row for all portals: on when the sum of what they see reaches the bound, off when it has been under half of it for half a
 * minute. By the database's clock; a portal that has not told for five seconds counts for nothing.
 */
const LOOK = `
  with mine as (
    insert into portal_load (portal_id, measured_at, per_second) values ($1, clock_timestamp(), $2)
    on conflict (portal_id) do update set measured_at = excluded.measured_at, per_second = excluded.per_second
  ), load as (
    select $2::float8 + coalesce(sum(per_second), 0) as now from portal_load
     where portal_id <> $1 and measured_at > clock_timestamp() - interval '5 seconds'
  )
  insert into proof_gate as g (id, is_on, busy_at) select 1, now >= $3::float8, clock_timestamp() from load
  on conflict (id) do update set
    is_on = (select now >= $3 or g.is_on and (now >= $3 / 2 or g.busy_at > clock_timestamp() - interval '30 seconds') from load),
    busy_at = case when (select now >= $3 / 2 from load) then clock_timestamp() else g.busy_at end
  returning is_on as "isOn"`;

/** Whether so many remarks come at once, over all portals, that each is asked for a proof. */
@Injectable()
export class LoadGate implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('LoadGate');
  private readonly portalId = newId();
  private readonly bound: number;
  private timer: NodeJS.Timeout | undefined;
  private came = 0;
  private perSecond = 0;
  private lookedAt = performance.now();
  private on = false;

  constructor(
    private readonly database: Database,
    @Inject(LIMITS_SETTINGS) { proofAbove }: LimitsSettings,
  ) {
    this.bound = proofAbove;
  }

  onModuleInit(): void {
    if (this.bound > 0) this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  get isOn(): boolean {
    return this.on;
  }

  /** A remark came: taken, queued or asked for a proof. */
  count(): void {
    this.came += 1;
  }

  /** Tells what came here, and learns whether the gate is on. When the database is away it stays as it was. */
  async look(): Promise<void> {
    const now = performance.now();
    const seconds = Math.max(0.001, (now - this.lookedAt) / 1_000);
    this.perSecond = this.came === 0 && this.perSecond < 0.1 ? 0 : (this.perSecond + this.came / seconds) / 2;
    this.came = 0;
    this.lookedAt = now;
    try {
      const isQuiet = this.perSecond === 0 && !this.on;
      const rows = isQuiet
        ? await this.database.query<{ isOn: boolean }>('select is_on as "isOn" from proof_gate')
        : await this.database.query<{ isOn: boolean }>(LOOK, [this.portalId, this.perSecond, this.bound]);
      const isOn = rows[0]?.isOn ?? false;
      if (isOn !== this.on)
        this.logger.warn({ msg: isOn ? 'remarks are asked for a proof' : 'remarks are taken as they come' });
      this.on = isOn;
    } catch (error) {
      this.logger.warn({ msg: 'the load was not told', error: String(error) });
    }
  }
}
