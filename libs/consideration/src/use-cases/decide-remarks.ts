import { type Transaction, Transactions } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type DecisionInput, tidyDecision } from '../domain/decision.js';
import { AnswersChanged } from '../domain/errors.js';
import { assertSome } from '../domain/most-at-once.js';
import { answersInView, remarksById } from '../persistence/answers-in-view.js';
import { RemarksUnderDecision } from '../persistence/remarks-under-decision.js';
import { MakeDecision } from './make-decision.js';

export interface DecideRemarksInput extends DecisionInput {
  /** 1 to 5,000. */
  readonly remarkIds: readonly string[];
  /** Which point of the remark, from 1; a remark is one point until it is split (REQ-50, REQ-51). */
  readonly point?: number;
  /** What the officer saw in the preview (`AnswerPreview`). */
  readonly seen?: string;
}

@Injectable()
export class DecideRemarks {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: RemarksUnderDecision,
    private readonly makeDecision: MakeDecision,
  ) {}

  /**
   * Makes one decision on each of the remarks, or on none (REQ-44, REQ-50-56); an earlier decision is superseded, not lost.
   * @returns the version of the decision by remark id
   * @throws DomainError `not-found` (also for another body's remark), `not-allowed`, `wrong-state` (not closed, withdrawn,
   *   hidden, in a group), `report-frozen`, `conflict` when it is not as it was seen, `invalid-input` with every fault and its clause
   */
  execute(input: DecideRemarksInput, actor: Actor): Promise<ReadonlyMap<string, number>> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, input: DecideRemarksInput, actor: Actor): Promise<ReadonlyMap<string, number>> {
    assertSome(input.remarkIds, 'remarks are decided');
    const remarks = await this.remarks.lock(tx, input.remarkIds, actor);
    const { point = 1, seen } = input;
    if (seen !== undefined && (await answersInView(tx, remarksById(input.remarkIds), point)).seen !== seen) {
      throw new AnswersChanged();
    }
    return this.makeDecision.within(tx, remarks, { decision: tidyDecision(input), point }, actor);
  }
}
