import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, CLOCK, type Clock, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { ReportBlocked, ReportNotFound } from '../domain/errors.js';
import { changesSince } from '../persistence/changes-since.js';
import { Errata } from '../persistence/errata.repository.js';
import { lockForReport } from '../persistence/lock-for-report.js';
import { Reports } from '../persistence/reports.repository.js';

@Injectable()
export class DropErratum {
  constructor(
    private readonly transactions: Transactions,
    private readonly errata: Errata,
    private readonly reports: Reports,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives up a correction that changed nothing; once something is changed, the erratum has to be signed.
   * @throws DomainError `not-found` (also another body's, or none open), `not-allowed`, `report-blocked` naming what differs from
   *   the published report
   */
  execute(discussionId: string, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, discussionId, actor));
  }

  async within(tx: Transaction, discussionId: string, actor: Actor): Promise<void> {
    const discussion = await lockForReport(tx, discussionId);
    const erratum = discussion && (await this.errata.open(tx, discussionId));
    if (!erratum || actor.kind !== 'officer' || actor.bodyId !== discussion.developerId) {
      throw new ReportNotFound({ discussionId });
    }
    requireRole(actor, 'officer', 'signer');
    const published = await this.reports.byId(tx, erratum.corrects);
    if (!published) throw new DomainError('not-found', 'there is no such report');
    const changes = (await changesSince(tx, published)).filter(({ detail }) => detail !== 'erratum');
    if (changes.length > 0) throw new ReportBlocked(changes);
    const unsigned = await this.reports.unsigned(tx, discussionId);
    if (unsigned) await this.reports.withdraw(tx, unsigned.id);
    await this.errata.drop(tx, erratum.id, this.clock.now());
    const data = { discussionId, number: erratum.number };
    await this.ledger.record(tx, {
      actor,
      act: 'erratum.dropped',
      subject: { kind: 'report', id: published.id },
      data,
    });
  }
}
