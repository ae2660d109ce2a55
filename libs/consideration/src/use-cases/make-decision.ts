import type { Transaction } from '#lib/database';
import { type Actor, CLOCK, type Clock, DomainError } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { profileById } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';
import { type Decision, decisionFaults } from '../domain/decision.js';
import { DecisionRefused } from '../domain/errors.js';
import { decisionEntry } from '../decision-entry.js';
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
    await this.check(tx, remarks, decision);
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

  /** The same texts stand everywhere, so one remark of each profile and procedure tells of all. */
  private async check(tx: Transaction, remarks: readonly RemarkUnderDecision[], decision: Decision): Promise<void> {
    const kinds = new Map(remarks.map((remark) => [`${remark.profileId} ${remark.procedureId}`, remark]));
    for (const { number, profileId, procedureId } of kinds.values()) {
      const isChanged = decision.changedClauses.length > 0;
      const clauses = isChanged ? await this.decisions.clausesOf(tx, procedureId) : new Set<string>();
      const faults = decisionFaults(decision, profileById(profileId).decisions, clauses);
      if (faults.length > 0) throw new DecisionRefused(number, faults);
    }
  }
}
