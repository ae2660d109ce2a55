import { Transactions } from '#lib/database';
import { type Fault, LettersToEnter, RemarkNotAcceptable } from '#lib/discussion';
import { FileNotFound, StoredFiles } from '#lib/files';
import { requireRole } from '#lib/identity';
import { type Actor, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { IntakeReader } from '../intake/intake-reader.js';
import { lettersOf, type SheetLetter } from '../intake/plan-intake.js';
import { ownDiscussion } from '../persistence/discussion-of-sheet.js';
import { SheetImports } from '../persistence/sheet-imports.js';
import { XLSX_TYPE } from '../workbook/reading.js';

export interface ReceivedSheet {
  readonly discussionId: string;
  /** Of `KeepIntakeSheet`. */
  readonly fileId: string;
  readonly letter: SheetLetter;
}

/** What is asked once for the whole sheet; faults of its rows are told by the plan. */
const ofTheLetter = ['registration', 'arrivalDay', 'arrivalTime', 'postmarkDay'];

@Injectable()
export class ReceiveIntakeSheet {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: StoredFiles,
    private readonly imports: SheetImports,
    private readonly reader: IntakeReader,
    private readonly letters: LettersToEnter,
  ) {}

  /**
   * Puts the facts of a letter to a kept sheet of remarks, to be looked at (`IntakeImports`) and entered (`ApplyIntakeSheet`).
   * @returns the id of the import; sent twice, it is one
   * @throws DomainError `not-found` (also a file that is none, or is gone), `not-allowed`, RemarkNotAcceptable for a fault of the
   *   registration or the arrival, DiscussionNotOpen for an arrival before the opening
   */
  async execute({ discussionId, fileId, letter }: ReceivedSheet, actor: Actor): Promise<string> {
    requireRole(actor, 'officer');
    await this.transactions.run(async (tx) => {
      await ownDiscussion(tx, discussionId, actor);
      const [file] = isId(fileId) ? await this.files.describe(tx, [fileId]) : [];
      if (file?.purpose !== 'SCAN' || file.mediaType !== XLSX_TYPE) throw new FileNotFound();
    });
    const toPlan = await this.reader.kept({ discussionId, fileId, letter });
    return this.transactions.run(async (tx) => {
      const [look] = await this.letters.look(tx, discussionId, lettersOf(toPlan).slice(0, 1), actor);
      const faults = (look?.faults ?? []).filter(({ field }: Fault) => ofTheLetter.includes(field));
      if (faults.length > 0) throw new RemarkNotAcceptable(faults);
      return this.imports.add(tx, { discussionId, kind: 'INTAKE', fileId, letter }, actor);
    });
  }
}
