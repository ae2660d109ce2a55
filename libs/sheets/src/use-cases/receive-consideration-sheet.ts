import { assertDecidable } from '#lib/consideration';
import { Database, Transactions } from '#lib/database';
import { StoredFiles } from '#lib/files';
import { requireRole } from '#lib/identity';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { planAnswers } from '../answers/plan-answers.js';
import { readAnswers } from '../answers/read-answers.js';
import { ownDiscussion } from '../persistence/discussion-of-sheet.js';
import { SheetImports } from '../persistence/sheet-imports.js';
import { readWorkbook, XLSX_TYPE } from '../workbook/reading.js';

export interface FilledSheet {
  readonly discussionId: string;
  /** Of the file, as it was given. */
  readonly name: string;
  readonly content: Buffer;
}

@Injectable()
export class ReceiveConsiderationSheet {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly files: StoredFiles,
    private readonly imports: SheetImports,
  ) {}

  /**
   * Keeps a filled sheet for a day, to be looked at (`ConsiderationImports`) and applied (`ApplyConsiderationSheet`). Nothing of the
   * consideration changes.
   * @returns the id of the import
   * @throws DomainError `not-found`, `not-allowed`, `wrong-state` before the close, `report-frozen`, XlsxRefused and SheetRefused for
   *   a file that cannot be read as a whole
   */
  async execute({ discussionId, name, content }: FilledSheet, actor: Actor): Promise<string> {
    const discussion = await ownDiscussion(this.database, discussionId, actor);
    requireRole(actor, 'officer');
    assertDecidable(discussion, { discussionId: discussion.id });
    await planAnswers(this.database, discussion, readAnswers(await readWorkbook(content)));
    return this.transactions.run(async (tx) => {
      const { id: fileId } = await this.files.put(tx, { purpose: 'SHEET', name, mediaType: XLSX_TYPE, content });
      return this.imports.add(tx, { discussionId, kind: 'CONSIDERATION', fileId }, actor);
    });
  }
}
