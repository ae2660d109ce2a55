import { createHash } from 'node:crypto';
import { type Transaction, Transactions } from '#lib/database';
import { lockDiscussion } from '#lib/discussion';
import { type Actor, CLOCK, type Clock, DomainError, isId } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { profileById } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';
import { type Decision, decisionFaults, type DecisionInput, tidyDecision } from '../domain/decision.js';
import {
  DecisionBeforeClose,
  DecisionRefused,
  RemarkNotFound,
  RemarkNotStanding,
  ReportAlreadySigned,
} from '../domain/errors.js';
import { Decisions, type RemarkUnderDecision } from '../persistence/decisions.repository.js';

export interface DecideRemarksInput extends DecisionInput {
  /** 1 to 500. */
  readonly remarkIds: readonly string[];
  /** Which point of the remark, from 1; the number after the last makes a further point (REQ-51). */
  readonly point?: number;
}

const MOST_AT_ONCE = 500;

@Injectable()
export class DecideRemarks {
  constructor(
    private readonly transactions: Transactions,
    private readonly decisions: Decisions,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes one decision on each of the remarks, or on none (REQ-44, REQ-50-56); an earlier decision is superseded, not lost.
   * @returns the version of the decision by remark id
   * @throws DomainError `not-found` (also for another body's remark), `not-allowed`, `wrong-state` (not closed, withdrawn,
   *   hidden), `report-frozen`, `invalid-input` with every fault and its clause
   */
  execute(input: DecideRemarksInput, actor: Actor): Promise<ReadonlyMap<string, number>> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, input: DecideRemarksInput, actor: Actor): Promise<ReadonlyMap<string, number>> {
    const remarkIds = [...new Set(input.remarkIds)];
    if (remarkIds.length === 0 || remarkIds.length > MOST_AT_ONCE) {
      throw new DomainError('invalid-input', `1 to ${MOST_AT_ONCE} remarks are decided at once`, {
        most: MOST_AT_ONCE,
      });
    }
    const unknown = remarkIds.find((id) => !isId(id));
    if (unknown !== undefined) throw new RemarkNotFound(unknown);
    for (const id of await this.decisions.discussionsOf(tx, remarkIds)) await lockDiscussion(tx, id, 'shared');
    const remarks = new Map((await this.decisions.lockRemarks(tx, remarkIds)).map((remark) => [remark.id, remark]));
    const decision = tidyDecision(input);
    const versions = new Map<string, number>();
    for (const id of remarkIds) {
      const remark = decidable(id, remarks.get(id), actor);
      await this.check(tx, remark, decision);
      versions.set(id, await this.decide(tx, remark, input.point ?? 1, decision, actor));
    }
    return versions;
  }

  private async check(tx: Transaction, remark: RemarkUnderDecision, decision: Decision): Promise<void> {
    const rules = profileById(remark.profileId).decisions;
    const clauses = decision.changedClause ? await this.decisions.clausesOf(tx, remark.procedureId) : new Set<string>();
    const faults = decisionFaults(decision, rules, clauses);
    if (faults.length > 0) throw new DecisionRefused(remark.number, faults);
  }

  private async decide(tx: Transaction, remark: RemarkUnderDecision, point: number, decision: Decision, actor: Actor) {
    const pointId = await this.decisions.ensurePoint(tx, remark.id, point);
    if (pointId === undefined) {
      throw new DomainError('invalid-input', `remark ${remark.number} has no point before ${point}`, { point });
    }
    const version = await this.decisions.add(tx, pointId, decision, actorLabel(actor), this.clock.now());
    const { outcome, reasonCode, changedClause } = decision;
    const texts = { groundSha256: sha256(decision.groundKk, decision.groundRu), noChangeSha256: null as string | null };
    if (decision.noChangeKk && decision.noChangeRu) {
      texts.noChangeSha256 = sha256(decision.noChangeKk, decision.noChangeRu);
    }
    await this.ledger.record(tx, {
      actor,
      act: 'decision.made',
      subject: { kind: 'remark', id: remark.id },
      data: { number: remark.number, point, version, outcome, reasonCode, changedClause, ...texts },
    });
    return version;
  }
}

/** The remark when the actor may decide it now; else the refusal. */
function decidable(id: string, remark: RemarkUnderDecision | undefined, actor: Actor): RemarkUnderDecision {
  if (!remark || actor.kind !== 'officer' || actor.bodyId !== remark.developerId) throw new RemarkNotFound(id);
  if (!actor.roles.includes('officer')) throw new DomainError('not-allowed', 'an officer decides on remarks');
  if (remark.discussionState !== 'CLOSED') throw new DecisionBeforeClose(remark.number, remark.discussionState);
  if (remark.state !== 'RECEIVED') throw new RemarkNotStanding(remark.number, remark.state);
  if (remark.isReportSigned)
    throw new ReportAlreadySigned({ number: remark.number, discussionId: remark.discussionId });
  return remark;
}

/** Of the texts joined by line feeds, UTF-8, hex. */
const sha256 = (...texts: string[]): string => createHash('sha256').update(texts.join('\n'), 'utf8').digest('hex');
