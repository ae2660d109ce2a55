import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { SplitRefused } from '../domain/errors.js';
import { isSamePoint, type PointSpan, splitFaults } from '../domain/point.js';
import { sha256 } from '../decision-entry.js';
import { Points } from '../persistence/points.repository.js';
import { RemarksUnderDecision } from '../persistence/remarks-under-decision.js';

export interface SplitRemarkInput {
  readonly remarkId: string;
  /** The passages of each point, in the order of the points; one point without passages is the whole remark. */
  readonly points: readonly (readonly PointSpan[])[];
}

@Injectable()
export class SplitRemark {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: RemarksUnderDecision,
    private readonly points: Points,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Splits a remark into the points it makes (REQ-50, REQ-51). A point whose passages are the same as before stays with its
   * decision; the others of before are retired, and their decisions with them, but kept.
   * @throws DomainError `invalid-input` with `details.faults`; otherwise as `DecideRemarks`
   */
  execute(input: SplitRemarkInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { remarkId, points }: SplitRemarkInput, actor: Actor): Promise<void> {
    const [remark] = await this.remarks.lock(tx, [remarkId], actor);
    if (!remark) return;
    const faults = splitFaults(points, remark);
    if (faults.length > 0) throw new SplitRefused(remark.number, faults);
    const before = await this.points.ofRemark(tx, remarkId);
    const kept = points.map((spans) => before.find((point) => isSamePoint(point.spans, spans)));
    const gone = before.filter((point) => !kept.includes(point));
    if (gone.length === 0 && before.length === points.length && kept.every((point, i) => point === before[i])) return;
    await this.points.retire(
      tx,
      gone.map(({ id }) => id),
      this.clock.now(),
    );
    await this.points.move(
      tx,
      kept.flatMap((point, index) => (point ? [{ id: point.id, position: index + 1 }] : [])),
    );
    for (const [index, spans] of points.entries()) {
      if (!kept[index]) await this.points.add(tx, remarkId, index + 1, spans);
    }
    const { number } = remark;
    const data = { number, points: points.length, passagesSha256: sha256(JSON.stringify(points)) };
    await this.ledger.record(tx, { actor, act: 'remark.split', subject: { kind: 'remark', id: remarkId }, data });
  }
}
