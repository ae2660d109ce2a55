import { Database } from '#lib/database';
import { StoredFiles } from '#lib/files';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type AnswerPlan, planAnswers } from '../answers/plan-answers.js';
import { readAnswers } from '../answers/read-answers.js';
import { ownDiscussion } from '../persistence/discussion-of-sheet.js';
import { type ImportName, type SheetImport, SheetImports } from '../persistence/sheet-imports.js';
import { readWorkbook } from '../workbook/reading.js';

export interface ConsiderationImport {
  readonly sheet: SheetImport;
  /** What applying it would do as things stand now; null once it is applied. */
  readonly plan: AnswerPlan | null;
}

@Injectable()
export class ConsiderationImports {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
    private readonly imports: SheetImports,
  ) {}

  /**
   * A filled sheet of the officer's own with its plan, made anew at every look. Writes nothing.
   * @throws DomainError `not-found`, also for a colleague's sheet and for one whose day is over
   */
  async one(name: ImportName, actor: Actor): Promise<ConsiderationImport> {
    const discussion = await ownDiscussion(this.database, name.discussionId, actor);
    const sheet = await this.imports.one(this.database, 'CONSIDERATION', name, actor);
    if (sheet.appliedAt !== null) return { sheet, plan: null };
    const { content } = await this.files.read(sheet.fileId);
    const rows = readAnswers(await readWorkbook(content));
    return { sheet, plan: await planAnswers(this.database, discussion, rows) };
  }

  /** The officer's own sheets of a discussion, the newest first; at most twenty. @throws DomainError `not-found` */
  async of(discussionId: string, actor: Actor): Promise<SheetImport[]> {
    await ownDiscussion(this.database, discussionId, actor);
    return this.imports.of(this.database, 'CONSIDERATION', discussionId, actor);
  }
}
