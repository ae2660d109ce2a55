import { Database } from '#lib/database';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { WINDOW_SECONDS } from './domain/limits.js';

interface Counted {
  /** Counted here, not yet told to the others. */
  pending: number;
  /** What all portals had counted when this one last asked. */
  shared: number;
  /** By `performance.now()`. */
  endsAt: number;
}

export interface Count {
  readonly count: number;
  /** Until the window ends. */
  readonly secondsLeft: number;
}

interface Told {
  readonly key: string;
  readonly count: number;
  readonly left: number;
}

const TELL_EVERY_MS = 1_000;
const WINDOW_MS = WINDOW_SECONDS * 1_000;
/** Above it a new name is not counted: memory is bounded, and the load itself is watched elsewhere. */
const MOST_NAMES = 100_000;

/** The window of a name begins with its first count, by the database's clock. Sorted: two portals never wait crosswise. */
const TELL = `
  insert into request_count as c (key, ends_at, count)
  select i.key, statement_timestamp() + interval '${WINDOW_SECONDS} seconds', i.count
    from unnest($1::bytea[], $2::int[]) as i (key, count) order by i.key
  on conflict (key) do update set
    count = case when c.ends_at <= statement_timestamp() then 0 else c.count end + excluded.count,
    ends_at = case when c.ends_at <= statement_timestamp() then excluded.ends_at else c.ends_at end
  returning encode(c.key, 'hex') as key, c.count, extract(epoch from c.ends_at - clock_timestamp())::float8 as left`;

/** Of the whole lib: what is over. */
const FORGET = [
  'delete from request_count where ends_at <= clock_timestamp()',
  `delete from wait_turn where free_at < clock_timestamp() - interval '1 minute'`,
  `delete from portal_load where measured_at < clock_timestamp() - interval '1 minute'`,
];

/**
 * Counts in memory and tells the database once a second, in one statement for all names: nothing that is counted waits for it, and a
 * database that is away refuses nobody. What a portal cannot know yet is what the others counted in the last second.
 */
@Injectable()
export class RequestCounts implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('RequestCounts');
  private readonly counted = new Map<string, Counted>();
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> | undefined;
  private turns = 0;

  constructor(private readonly database: Database) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.tell(), TELL_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.tell();
  }

  /** @param key hex, of 16 bytes */
  add(key: string): Count {
    const now = performance.now();
    let counted = this.counted.get(key);
    if (!counted || (counted.endsAt <= now && counted.pending === 0)) {
      if (!counted && this.counted.size >= MOST_NAMES) return { count: 1, secondsLeft: 1 };
      counted = { pending: 0, shared: 0, endsAt: now + WINDOW_MS };
      this.counted.set(key, counted);
    }
    counted.pending += 1;
    return {
      count: counted.shared + counted.pending,
      secondsLeft: Math.max(1, Math.ceil((counted.endsAt - now) / 1_000)),
    };
  }

  /** Adds what was counted here to what all have counted, and learns the sums. A failure is told in the log; the next turn tries again. */
  tell(): Promise<void> {
    this.telling ??= this.exchange()
      .catch((error: unknown) => this.logger.warn({ msg: 'counts of requests were not told', error: String(error) }))
      .finally(() => {
        this.telling = undefined;
      });
    return this.telling;
  }

  private async exchange(): Promise<void> {
    this.turns += 1;
    if (this.turns % 60 === 0) await this.forget();
    const sent = [...this.counted]
      .filter(([, { pending }]) => pending > 0)
      .map(([key, { pending }]) => ({ key, pending }));
    if (sent.length === 0) return;
    const keys = sent.map(({ key }) => Buffer.from(key, 'hex'));
    const told = await this.database.query<Told>(TELL, [keys, sent.map(({ pending }) => pending)]);
    const now = performance.now();
    const sums = new Map(told.map((each) => [each.key, each]));
    for (const { key, pending } of sent) {
      const [counted, sum] = [this.counted.get(key), sums.get(key)];
      if (!counted || !sum) continue;
      counted.pending -= pending;
      counted.shared = sum.count;
      counted.endsAt = now + sum.left * 1_000;
    }
  }

  private async forget(): Promise<void> {
    const now = performance.now();
    for (const [key, { endsAt, pending }] of this.counted) if (endsAt <= now && pending === 0) this.counted.delete(key);
    for (const statement of FORGET) await this.database.query(statement);
  }
}
