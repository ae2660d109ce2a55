import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock, DomainError } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { decisionEntry } from '../decision-entry.js';
import { type DecisionInput, tidyDecision } from '../domain/decision.js';
import { assertSome } from '../domain/most-at-once.js';
import { checkDecisions } from '../persistence/check-decision.js';
import { DecisionWriters } from '../persistence/decision-writers.js';
import { type RemarkUnderDecision, RemarksUnderDecision } from '../persistence/remarks-under-decision.js';

export interface PointDecision extends DecisionInput {
  readonly remarkId: string;
  /** From 1; a remark is one point until it is split. */
  readonly point: number;
}

@Injectable()
export class DecidePoints {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: RemarksUnderDecision,
    private readonly writers: DecisionWriters,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A decision of its own on each of many points (A2.T4, REQ-50-56), on all or on none; each point is named once. An earlier
   * decision is superseded, not lost.
   * @param decisions 1 to 5,000
   * @throws DomainError as `DecideRemarks`, `invalid-input` also for a point named twice
   */
  execute(decisions: readonly PointDecision[], actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, decisions, actor));
  }

  async within(tx: Transaction, decisions: readonly PointDecision[], actor: Actor): Promise<void> {
    assertSome(decisions, 'points are decided');
    const ids = decisions.map(({ remarkId }) => remarkId);
    const remarks = new Map((await this.remarks.lock(tx, ids, actor)).map((remark) => [remark.id, remark]));
    const made = decisions.flatMap(({ remarkId, point, ...typed }) => {
      const remark = remarks.get(remarkId);
      return remark ? [{ remark, point, decided: remark, decision: tidyDecision(typed) }] : [];
    });
    await checkDecisions(tx, made);
    await this.writers.points.ensureFirst(tx, [...remarks.keys()]);
    const pointIds = await this.pointsOf(tx, made);
    const decided = made.map(({ decision }, index) => ({ pointId: pointIds[index] ?? '', decision }));
    const stamp = { by: actorLabel(actor), at: this.clock.now() };
    const versions = new Map(
      (await this.writers.decisions.addEach(tx, decided, stamp)).map(({ pointId, version }) => [pointId, version]),
    );
    const entries = made.map(({ remark, point, decision }, index) => ({
      subject: { kind: 'remark', id: remark.id },
      data: { number: remark.number, point, version: versions.get(pointIds[index] ?? ''), ...decisionEntry(decision) },
    }));
    await this.ledger.recordMany(tx, { actor, act: 'decision.made' }, entries);
  }

  private async pointsOf(
    tx: Transaction,
    made: readonly { readonly remark: RemarkUnderDecision; readonly point: number }[],
  ): Promise<string[]> {
    const places = made.map(({ remark, point }) => ({ remarkId: remark.id, position: point }));
    const found = await this.writers.points.atEach(tx, places);
    const seen = new Set<string>();
    return found.map((id, index) => {
      const place = made[index];
      const told = `point ${place?.point} of remark ${place?.remark.number}`;
      if (id === null) throw new DomainError('invalid-input', `there is no ${told}`, { point: place?.point });
      if (seen.has(id)) throw new DomainError('invalid-input', `${told} stands twice`, { point: place?.point });
      seen.add(id);
      return id;
    });
  }
}
