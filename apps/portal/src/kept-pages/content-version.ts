import { Database } from '#lib/database';
import { CLOCK, type Clock } from '#lib/kernel';
import { Settings } from '#lib/settings';
import { Inject, Injectable } from '@nestjs/common';

/** An instant up to its tens of seconds: as long as a proxy may keep a page (page-for-all.ts), what it tells of the time is good. */
const TENS_OF_SECONDS = 'YYYY-MM-DDTHH:MM:S'.length;

/**
 * Changes whenever anything in the database does, and every ten seconds. Asked of PostgreSQL at most every `pageFreshnessMs`: its
 * snapshot names all transactions that are seen, so that two equal ones see the same.
 */
@Injectable()
export class ContentVersion {
  private askedAt = Number.NEGATIVE_INFINITY;
  private answer: Promise<string | undefined> = Promise.resolve(undefined);
  private seen: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns undefined when the database does not answer: then nothing kept is good */
  async now(): Promise<string | undefined> {
    if (!this.isFresh()) {
      this.askedAt = performance.now();
      this.seen = undefined;
      const asked = this.ask().catch(() => undefined);
      this.answer = asked;
      // Meanwhile something may have been sent, and the version asked for again.
      void asked.then((seen) => (this.seen = this.answer === asked ? seen : this.seen));
    }
    const seen = await this.answer;
    return seen === undefined ? undefined : this.in(seen);
  }

  /** @returns what `now` answers, without waiting; undefined when it would have to ask, or has no answer */
  known(): string | undefined {
    return this.seen === undefined || !this.isFresh() ? undefined : this.in(this.seen);
  }

  /** Something was sent to this portal: what it changed is looked for at once. */
  askAgain(): void {
    this.askedAt = Number.NEGATIVE_INFINITY;
  }

  private isFresh(): boolean {
    return performance.now() - this.askedAt < this.settings.pageFreshnessMs;
  }

  private in(seen: string): string {
    return `${seen} ${this.clock.now().slice(0, TENS_OF_SECONDS)}`;
  }

  private async ask(): Promise<string | undefined> {
    const rows = await this.database.query<{ seen: string }>('select pg_current_snapshot()::text as seen');
    return rows[0]?.seen;
  }
}
