import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, CLOCK, type Clock, DomainError } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { erratumFaults } from '../domain/erratum-reason.js';
import { ReportNotFound } from '../domain/errors.js';
import { mayOpenErratum } from '../domain/report-lifecycle.js';
import { Errata } from '../persistence/errata.repository.js';
import { lockForReport } from '../persistence/lock-for-report.js';

export interface OpenErratumInput {
  readonly discussionId: string;
  /** Public; 20 to 2,000 characters each. */
  readonly reasonKk: string;
  readonly reasonRu: string;
}

@Injectable()
export class OpenErratum {
  constructor(
    private readonly transactions: Transactions,
    private readonly errata: Errata,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Begins the correction of a published report (REQ-56, REQ-66): decisions may change again until the erratum is signed. What was
   * published stays where it is, as it is.
   * @returns the erratum's number, from 1
   * @throws DomainError `not-found` (also another body's), `not-allowed`, `invalid-input`, `wrong-state` when nothing is published,
   *   or a correction is open already or signed and not published
   */
  execute(input: OpenErratumInput, actor: Actor): Promise<number> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { discussionId, reasonKk, reasonRu }: OpenErratumInput, actor: Actor): Promise<number> {
    const discussion = await lockForReport(tx, discussionId);
    if (!discussion || actor.kind !== 'officer' || actor.bodyId !== discussion.developerId) {
      throw new ReportNotFound({ discussionId });
    }
    requireRole(actor, 'officer', 'signer');
    const reason = { kk: reasonKk, ru: reasonRu };
    const faults = erratumFaults(reason);
    if (faults.length > 0) throw new DomainError('invalid-input', 'a correction needs a reason', { faults });
    const corrected = await this.errata.newestSigned(tx, discussionId);
    const hasOpenErratum = (await this.errata.open(tx, discussionId)) !== undefined;
    if (!corrected || !mayOpenErratum({ newestSigned: corrected.state, hasOpenErratum })) {
      throw new DomainError('wrong-state', 'a published report is corrected, by one erratum at a time', {
        discussionId,
      });
    }
    const by = { by: actorLabel(actor), at: this.clock.now() };
    const { number } = await this.errata.begin(tx, { discussionId, corrects: corrected.id, reason }, by);
    await this.ledger.record(tx, {
      actor,
      act: 'erratum.opened',
      subject: { kind: 'report', id: corrected.id },
      data: { discussionId, number, reason: { kk: reasonKk.trim(), ru: reasonRu.trim() } },
    });
    return number;
  }
}
