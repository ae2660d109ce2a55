import type { Transaction } from '#lib/database';
import { type Actor, CLOCK, type Clock, DomainError } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { Decision } from '../domain/decision.js';
import { decisionEntry } from '../decision-entry.js';
import { checkDecision } from '../persistence/check-decision.js';
import { Decisions, pointsById } from '../persistence/decisions.repository.js';
import { Points } from '../persistence/points.repository.js';
import type { RemarkUnderDecision } from '../persistence/remarks-under-decision.js';

@Injectable()
export class MakeDecision {
  constructor(
    private readonly decisions: Decisions,
    private readonly points: Points,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The decision on the same point of each remark. The caller holds the remarks and has checked that they may be decided. */
  async within(
    tx: Transaction,
    remarks: readonly RemarkUnderDecision[],
    { decision, point }: { readonly decision: Decision; readonly point: number },
    actor: Actor,
  ): Promise<ReadonlyMap<string, number>> {
    await checkDecision(tx, remarks, decision);
    const ids = remarks.map(({ id }) => id);
    await this.points.ensureFirst(tx, ids);
    const pointIds = await this.points.at(tx, ids, point);
    const without = remarks.find(({ id }) => !pointIds.has(id));
    if (without) throw new DomainError('invalid-input', `remark ${without.number} has no point ${point}`, { point });
    const set = pointsById([...pointIds.values()]);
    const made = await this.decisions.add(tx, set, decision, { by: actorLabel(actor), at: this.clock.now() });
    const versionOf = new Map(made.map(({ pointId, version }) => [pointId, version]));
    const versions = new Map(ids.map((id) => [id, versionOf.get(pointIds.get(id) ?? '') ?? 0]));
    const entries = remarks.map(({ id, number }) => ({
      subject: { kind: 'remark', id },
      data: { number, point, version: versions.get(id), ...decisionEntry(decision) },
    }));
    await this.ledger.recordMany(tx, { actor, act: 'decision.made' }, entries);
    return versions;
  }
}
