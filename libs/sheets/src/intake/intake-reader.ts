import { Database, type Queryable } from '#lib/database';
import { StoredFiles } from '#lib/files';
import { isLanguage } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { discussionOfSheet } from '../persistence/discussion-of-sheet.js';
import { namedVersions } from '../persistence/named-versions.js';
import type { SheetImport } from '../persistence/sheet-imports.js';
import { LabelReader, type NamedVersion } from '../workbook/clause-labels.js';
import { readWorkbook } from '../workbook/reading.js';
import type { IntakeToPlan, SheetLetter } from './plan-intake.js';
import { readIntake, type ReadIntake } from './read-remarks.js';

/** Reads sheets of remarks by the clauses under discussion, which never change. */
@Injectable()
export class IntakeReader {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  /** @throws XlsxRefused, SheetRefused */
  async read(discussionId: string, content: Buffer): Promise<ReadIntake> {
    const version = await discussedVersion(this.database, discussionId);
    return readIntake(await readWorkbook(content), new LabelReader([version], 'kk'));
  }

  /** A kept sheet with the letter it came as. @throws FileNotFound */
  async kept({
    discussionId,
    fileId,
    letter,
  }: Pick<SheetImport, 'discussionId' | 'fileId' | 'letter'>): Promise<IntakeToPlan> {
    const content = await this.files.readUnchecked(fileId);
    return { discussionId, fileId, letter: letterOf(letter), read: await this.read(discussionId, content) };
  }
}

/** How a sheet came, as `ReceiveIntakeSheet` stored it. */
export function letterOf(stored: object | null): SheetLetter {
  const letter = stored as SheetLetter | null;
  if (!letter || !isLanguage(letter.language)) throw new Error('the sheet has lost its letter');
  return letter;
}

/** The text that remarks are about. */
export async function discussedVersion(q: Queryable, discussionId: string): Promise<NamedVersion> {
  const { procedureId, discussedVersion: number } = await discussionOfSheet(q, discussionId);
  const [version] = await namedVersions(q, procedureId, { from: number, upTo: number });
  if (!version) throw new Error('the draft under discussion is gone');
  return version;
}
