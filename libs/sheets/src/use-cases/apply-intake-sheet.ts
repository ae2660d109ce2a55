import { type Transaction, Transactions } from '#lib/database';
import { EnterReceivedRemark } from '#lib/discussion';
import { requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { IntakePlanner } from '../intake/intake-planner.js';
import { type IntakeToPlan, isEnterable, newLettersOf } from '../intake/plan-intake.js';
import { SheetImports } from '../persistence/sheet-imports.js';
import { PlanChanged } from '../workbook/plan-changed.js';
import { appliedBefore, type AppliedSheet, type SheetToApply } from './apply-consideration-sheet.js';

@Injectable()
export class ApplyIntakeSheet {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: SheetImports,
    private readonly planner: IntakePlanner,
    private readonly enterReceivedRemark: EnterReceivedRemark,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Enters every remark of a sheet as a letter of its own, or none (REQ-30, REQ-41); each waits for a second officer as always, and the
   * sheet is the scan of each. What stands in the sheet twice, or is entered already, is not entered again.
   * @throws DomainError `not-found`, `not-allowed`, `wrong-state` (considered already; a row has a fault, or nothing is new),
   *   `conflict` when the plan is not as it was seen; otherwise as `EnterReceivedRemark`
   */
  async execute(name: SheetToApply, actor: Actor): Promise<AppliedSheet> {
    requireRole(actor, 'officer');
    const sheet = await this.transactions.run((tx) => this.imports.one(tx, 'INTAKE', name, actor));
    const before = appliedBefore(sheet);
    if (before) return before;
    const toPlan = await this.planner.reader.kept(sheet);
    return this.transactions.run((tx) => this.within(tx, name, toPlan, actor));
  }

  private async within(
    tx: Transaction,
    { seen, ...name }: SheetToApply,
    toPlan: IntakeToPlan,
    actor: Actor,
  ): Promise<AppliedSheet> {
    const { discussionId } = name;
    const sheet = await this.imports.lock(tx, 'INTAKE', name, actor);
    const before = appliedBefore(sheet);
    if (before) return before;
    const plan = await this.planner.plan(tx, toPlan, actor);
    if (seen !== undefined && seen !== plan.seen) throw new PlanChanged();
    if (!isEnterable(plan)) throw new DomainError('wrong-state', 'a row of this sheet has a fault, or none is new');
    await this.enterReceivedRemark.within(tx, discussionId, newLettersOf(toPlan, plan), actor);
    const outcome = plan.counts;
    await this.ledger.record(tx, {
      actor,
      act: 'entries.imported',
      subject: { kind: 'discussion', id: discussionId },
      data: { importId: sheet.id, fileSha256: sheet.sha256, ...outcome },
    });
    return { isRepeated: false, appliedAt: await this.imports.markApplied(tx, sheet.id, outcome), outcome };
  }
}
