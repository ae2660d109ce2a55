import { Database } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { IntakePlanner } from '../intake/intake-planner.js';
import { letterOf } from '../intake/intake-reader.js';
import type { IntakePlan, SheetLetter } from '../intake/plan-intake.js';
import { ownDiscussion } from '../persistence/discussion-of-sheet.js';
import { type ImportName, type SheetImport, SheetImports } from '../persistence/sheet-imports.js';

export interface IntakeImport {
  readonly sheet: SheetImport;
  readonly letter: SheetLetter;
  /** What entering it would do as things stand now; null once it is entered. */
  readonly plan: IntakePlan | null;
}

@Injectable()
export class IntakeImports {
  constructor(
    private readonly database: Database,
    private readonly imports: SheetImports,
    private readonly planner: IntakePlanner,
  ) {}

  /**
   * A sheet of remarks that the officer uploaded, with its plan, made anew at every look. Writes nothing.
   * @throws DomainError `not-found`, also for a colleague's sheet and for one whose day is over
   */
  async one(name: ImportName, actor: Actor): Promise<IntakeImport> {
    await ownDiscussion(this.database, name.discussionId, actor);
    const sheet = await this.imports.one(this.database, 'INTAKE', name, actor);
    const letter = letterOf(sheet.letter);
    // Of an entered sheet the file may be erased with its last remark.
    if (sheet.appliedAt !== null) return { sheet, letter, plan: null };
    const toPlan = await this.planner.reader.kept(sheet);
    return { sheet, letter, plan: await this.planner.plan(this.database, toPlan, actor) };
  }

  /** The officer's own sheets of a discussion, the newest first; at most twenty. @throws DomainError `not-found` */
  async of(discussionId: string, actor: Actor): Promise<SheetImport[]> {
    await ownDiscussion(this.database, discussionId, actor);
    return this.imports.of(this.database, 'INTAKE', discussionId, actor);
  }
}
