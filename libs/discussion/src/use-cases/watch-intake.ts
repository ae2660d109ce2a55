import { type Transaction, Transactions } from '#lib/database';
import { type Instant, newId, system } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { type IntakeWatch, type ProbeAnswer, watched, type WatchStep } from '../domain/intake-watch.js';

const PROBE = system('probe');

/** REQ-26: takes one look of the probe at the portal, and begins or ends an outage by it. */
@Injectable()
export class WatchIntake {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Any number of workers may look: the row of what is known stands between them, and looks close together count once.
   * @returns what the look changed; undefined when it was superfluous
   */
  execute(answer: ProbeAnswer): Promise<WatchStep | undefined> {
    return this.transactions.run((tx) => this.within(tx, answer));
  }

  async within(tx: Transaction, answer: ProbeAnswer): Promise<WatchStep | undefined> {
    const [before] = await tx.query<IntakeWatch>(watchSql);
    if (!before) throw new Error('the watch over the intake has lost its row');
    const [lasting] = await tx.query<{ id: string; startedAt: Instant }>(
      `select id, started_at as "startedAt" from intake_outage where source = 'PROBE' and ended_at is null`,
    );
    const step = watched(before, answer, lasting !== undefined);
    if (!step) return undefined;
    await this.keep(tx, step.watch);
    if (step.change.kind === 'began') await this.begin(tx, step.change.startedAt);
    if (step.change.kind === 'ended' && lasting) await this.end(tx, lasting, step.change.endedAt);
    return step;
  }

  private async keep(tx: Transaction, watch: IntakeWatch): Promise<void> {
    await tx.query(
      `update intake_watch set checked_at = $1, watched_since = $2, failing_since = $3, failures = $4, is_seen_up = $5,
         was_ever_up = $6 where id = 1`,
      [watch.checkedAt, watch.watchedSince, watch.failingSince, watch.failures, watch.isSeenUp, watch.wasEverUp],
    );
  }

  private async begin(tx: Transaction, startedAt: Instant): Promise<void> {
    const id = newId();
    await tx.query(`insert into intake_outage (id, started_at, source, recorded_by) values ($1, $2, 'PROBE', $3)`, [
      id,
      startedAt,
      actorLabel(PROBE),
    ]);
    await this.tell(tx, 'outage.began', id, { startedAt });
  }

  private async end(tx: Transaction, { id, startedAt }: { id: string; startedAt: Instant }, endedAt: Instant) {
    await tx.query('update intake_outage set ended_at = $2 where id = $1', [id, endedAt]);
    await this.tell(tx, 'outage.ended', id, { startedAt, endedAt });
  }

  private tell(tx: Transaction, act: 'outage.began' | 'outage.ended', id: string, data: Record<string, Instant>) {
    return this.ledger.record(tx, { actor: PROBE, act, subject: { kind: 'outage', id }, data });
  }
}

const watchSql = `
  select checked_at as "checkedAt", watched_since as "watchedSince", failing_since as "failingSince", failures,
         is_seen_up as "isSeenUp", was_ever_up as "wasEverUp"
    from intake_watch where id = 1 for update`;
