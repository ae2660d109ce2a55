import type { Transaction } from '#lib/database';
import { type EventDefinition, Outbox } from '#lib/jobs';
import { type Actor, CLOCK, type Clock, type Instant } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';

export interface ReportAct {
  readonly actor: Actor;
  readonly act: 'report.assembled' | 'report.signed' | 'report.published';
  readonly event: EventDefinition<{ reportId: string; discussionId: string }>;
  readonly reportId: string;
  readonly discussionId: string;
  readonly version: number;
  readonly hash: string;
}

@Injectable()
export class ReportActs {
  constructor(
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** When an act is done that is told now. */
  now(): Instant {
    return this.clock.now();
  }

  /** Writes an act on a report into the ledger, with the hash of its data, and tells it to the worker. */
  async tell(tx: Transaction, { actor, act, event, reportId, discussionId, version, hash }: ReportAct): Promise<void> {
    const data = { discussionId, version, dataSha256: hash };
    await this.ledger.record(tx, { actor, act, subject: { kind: 'report', id: reportId }, data });
    await this.outbox.emit(tx, event, { reportId, discussionId });
  }
}
