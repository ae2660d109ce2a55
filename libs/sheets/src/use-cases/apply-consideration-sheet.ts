import { assertDecidable } from '#lib/consideration';
import { type Transaction, Transactions } from '#lib/database';
import { lockDiscussion } from '#lib/discussion';
import { StoredFiles } from '#lib/files';
import { requireRole } from '#lib/identity';
import { type Actor, DomainError, type Instant } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { AnswerWriters } from '../answers/answer-writers.js';
import { planAnswers } from '../answers/plan-answers.js';
import { isApplied } from '../answers/planned-answer.js';
import { readAnswers, type ReadAnswer } from '../answers/read-answers.js';
import { ownDiscussion } from '../persistence/discussion-of-sheet.js';
import { type ImportName, type SheetImport, SheetImports } from '../persistence/sheet-imports.js';
import { readWorkbook } from '../workbook/reading.js';
import { PlanChanged } from '../workbook/plan-changed.js';

export interface SheetToApply extends ImportName {
  /** What the officer saw in the plan; not asked for when absent. */
  readonly seen?: string;
}

/** What a sheet did, once. */
export interface AppliedSheet {
  /** It was applied before: nothing happened now. */
  readonly isRepeated: boolean;
  readonly appliedAt: Instant;
  readonly outcome: Readonly<Record<string, number>>;
}

/** What a sheet did when it was applied; null while it is not. */
export function appliedBefore({ appliedAt, outcome }: SheetImport): AppliedSheet | null {
  return appliedAt === null || outcome === null ? null : { isRepeated: true, appliedAt, outcome };
}

@Injectable()
export class ApplyConsiderationSheet {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: StoredFiles,
    private readonly imports: SheetImports,
    private readonly writers: AnswerWriters,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Makes the decisions and notes of all sound rows of a filled sheet, or none (A2.T4, REQ-44, REQ-50-56). Everything is judged anew with
   * the discussion held alone, so nobody decides, groups or reports meanwhile; rows in error or in conflict are left out. Each
   * decision has its entry in the ledger, the sheet one of its own.
   * @throws DomainError `not-found`, `not-allowed`, `wrong-state` (before the close; no row does anything), `report-frozen`, `conflict`
   *   when the plan is not as it was seen
   */
  async execute(name: SheetToApply, actor: Actor): Promise<AppliedSheet> {
    const read = await this.rowsOf(name, actor);
    return this.transactions.run((tx) => this.within(tx, name, read, actor));
  }

  /** The file never changes, so it is read before anything is held. */
  private async rowsOf(name: ImportName, actor: Actor): Promise<readonly ReadAnswer[]> {
    const { fileId, appliedAt } = await this.transactions.run((tx) =>
      this.imports.one(tx, 'CONSIDERATION', name, actor),
    );
    if (appliedAt !== null) return [];
    return readAnswers(await readWorkbook((await this.files.read(fileId)).content));
  }

  private async within(
    tx: Transaction,
    { seen, ...name }: SheetToApply,
    read: readonly ReadAnswer[],
    actor: Actor,
  ): Promise<AppliedSheet> {
    requireRole(actor, 'officer');
    const sheet = await this.imports.lock(tx, 'CONSIDERATION', name, actor);
    const before = appliedBefore(sheet);
    if (before) return before;
    await lockDiscussion(tx, name.discussionId, 'exclusive');
    const discussion = await ownDiscussion(tx, name.discussionId, actor);
    assertDecidable(discussion, { discussionId: discussion.id });
    const plan = await planAnswers(tx, discussion, read);
    if (seen !== undefined && seen !== plan.seen) throw new PlanChanged();
    if (!plan.rows.some(isApplied)) throw new DomainError('wrong-state', 'no row of this sheet does anything');
    await this.writers.write(tx, discussion.id, plan.rows, actor);
    await this.files.claim(tx, [sheet.fileId], 'SHEET');
    const outcome = plan.counts;
    await this.ledger.record(tx, {
      actor,
      act: 'consideration.imported',
      subject: { kind: 'discussion', id: discussion.id },
      data: { importId: sheet.id, fileSha256: sheet.sha256, ...outcome },
    });
    return { isRepeated: false, appliedAt: await this.imports.markApplied(tx, sheet.id, outcome), outcome };
  }
}
