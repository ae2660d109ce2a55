import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, DomainError, type Instant, newId } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import type { Fault } from '../domain/fault.js';
import { reasonFaults } from '../domain/reason.js';

export interface RecordOutageInput {
  readonly startedAt: Instant;
  /** Exclusive; over already. */
  readonly endedAt: Instant;
  /** What failed, and how it is known; 1-2,000 characters. */
  readonly note: string;
}

/** REQ-26, AMB-19: an administrator records an outage that the probe did not see. It extends nothing by itself. */
@Injectable()
export class RecordOutage {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /**
   * @returns the id of the outage
   * @throws NotAllowed, DomainError `invalid-input` (an end before the start, one in the future, no note)
   */
  execute(input: RecordOutageInput, actor: Actor): Promise<string> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { startedAt, endedAt, note }: RecordOutageInput, actor: Actor): Promise<string> {
    requireRole(actor, 'administrator');
    const [clock] = await tx.query<{ now: Instant }>('select clock_timestamp() as now');
    const faults: Fault[] = [
      ...(endedAt > startedAt ? [] : [{ field: 'endedAt', fault: 'malformed' } as const]),
      ...(clock && endedAt > clock.now ? [{ field: 'endedAt', fault: 'in-the-future' } as const] : []),
      ...reasonFaults('note', note),
    ];
    if (faults.length > 0) throw new DomainError('invalid-input', 'the outage cannot be recorded as it is', { faults });
    const id = newId();
    await tx.query(
      `insert into intake_outage (id, started_at, ended_at, source, note, recorded_by) values ($1, $2, $3, 'OFFICIAL', $4, $5)`,
      [id, startedAt, endedAt, note.trim(), actorLabel(actor)],
    );
    await this.ledger.record(tx, {
      actor,
      act: 'outage.recorded',
      subject: { kind: 'outage', id },
      data: { startedAt, endedAt },
    });
    return id;
  }
}
