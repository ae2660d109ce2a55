import { Database } from '#lib/database';
import { StoredFiles } from '#lib/files';
import { requireRole } from '#lib/identity';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { IntakeReader } from '../intake/intake-reader.js';
import { ownDiscussion } from '../persistence/discussion-of-sheet.js';
import { XLSX_TYPE } from '../workbook/reading.js';
import type { FilledSheet } from './receive-consideration-sheet.js';

@Injectable()
export class KeepIntakeSheet {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
    private readonly reader: IntakeReader,
  ) {}

  /**
   * Keeps a sheet of remarks for a day, so that nobody uploads it twice while the facts of its letter are mended.
   * @returns the id of the file
   * @throws DomainError `not-found`, `not-allowed`, XlsxRefused and SheetRefused for a file that cannot be read as a whole
   */
  async execute({ discussionId, name, content }: FilledSheet, actor: Actor): Promise<string> {
    await ownDiscussion(this.database, discussionId, actor);
    requireRole(actor, 'officer');
    await this.reader.read(discussionId, content);
    const { id } = await this.files.put(this.database, { purpose: 'SCAN', name, mediaType: XLSX_TYPE, content });
    return id;
  }
}
