import { Database, Transactions } from '#lib/database';
import { requireOwnBody, requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { clausesOfText, type DraftedClause } from '../domain/drafted-clause.js';
import { assertMayDraft } from '../domain/procedure-lifecycle.js';
import { Procedures } from '../persistence/procedures.js';
import { type DraftFile, readDraft } from '../reading/read-draft.js';
import type { DraftReading, ReadingFault, ReadingNotice } from '../reading/reading.js';
import { type SavedDraftVersion, SaveDraftVersion } from './save-draft-version.js';

export interface ImportDraftInput {
  readonly procedureId: string;
  /** One a language, the leading language first (Kazakh under the Rules). */
  readonly files: readonly [DraftFile, ...DraftFile[]];
  /** Show what would be saved, and save nothing. */
  readonly isDryRun?: boolean;
}

export interface ImportedDraft {
  readonly isDryRun: boolean;
  readonly title: DraftReading['draft']['title'];
  /** The structure as read; also in a faulty dry run, so that the fault can be seen in its place. */
  readonly clauses: readonly DraftedClause[];
  readonly faults: readonly ReadingFault[];
  readonly notices: readonly ReadingNotice[];
  /** The version saved; absent in a dry run. */
  readonly saved?: SavedDraftVersion;
}

/** `details.faults` names every row that cannot be taken over, with its language and place. */
export class DraftNotImported extends DomainError {
  constructor(faults: readonly ReadingFault[]) {
    super('import-refused', `the draft has ${faults.length} rows that cannot be taken over; nothing was saved`, {
      faults,
    });
  }
}

@Injectable()
export class ImportDraft {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly procedures: Procedures,
    private readonly saveVersion: SaveDraftVersion,
  ) {}

  /**
   * Reads a draft from Markdown or DOCX files, one a language, and saves it as the next version when every row has its
   * counterpart (REQ-19). A clause that the version before had keeps its lineage (REQ-24).
   * @throws NotAllowed, NotFound; DraftFileRefused when a file cannot be read; DraftNotImported with the faults;
   *   ProcedureNotInState while the text may not change, in a dry run too
   */
  async execute({ procedureId, files, isDryRun = false }: ImportDraftInput, actor: Actor): Promise<ImportedDraft> {
    requireRole(actor, 'officer');
    const procedure = await this.procedures.byId(this.database, procedureId);
    requireOwnBody(actor, procedure.developerId);
    assertMayDraft(procedure.state);
    const { draft, faults, notices } = await readDraft(files);
    const clauses = clausesOfText(draft).map(({ lineageId: _, ...clause }) => clause);
    const title = titled(draft.title, procedure.title);
    const reading = { isDryRun, title, clauses, faults, notices };
    if (isDryRun) return reading;
    if (faults.length > 0) throw new DraftNotImported(faults);
    const saved = await this.transactions.run((tx) =>
      this.saveVersion.within(tx, { procedureId, title, clauses }, actor),
    );
    return { ...reading, saved };
  }
}

type Title = DraftReading['draft']['title'];

/** A file without a heading of its own goes under the procedure's title. */
const titled = (read: Title, procedure: Title): Title => {
  const en = read.en || procedure.en;
  return { kk: read.kk || procedure.kk, ru: read.ru || procedure.ru, ...(en ? { en } : {}) };
};
