import type { Readable } from 'node:stream';
import { Database } from '#lib/database';
import { writeXlsx } from '#lib/documents';
import { type Actor, CLOCK, type Clock, type Language } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { answersWorkbook } from '../answers/answers-workbook.js';
import { type RowFilter, rowsToExport } from '../answers/rows-to-export.js';
import { ownDiscussion } from '../persistence/discussion-of-sheet.js';
import { namedVersions } from '../persistence/named-versions.js';

/** A workbook made while it is read; its length is not known before. */
export interface SheetToSave {
  readonly name: string;
  readonly stream: Readable;
}

@Injectable()
export class ConsiderationSheet {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The standing remarks of a discussion as a sheet to fill in, in the layout of the ISO commenting form: one row a point, or a
   * point of a group. Memory does not grow with the remarks. No sender is in it (REQ-46).
   * @throws DomainError `not-found` for another body's discussion, `invalid-input` for a clause that is none
   */
  async of(
    discussionId: string,
    actor: Actor,
    { language, filter = {} }: { readonly language: Language; readonly filter?: RowFilter },
  ): Promise<SheetToSave> {
    const discussion = await ownDiscussion(this.database, discussionId, actor);
    const { profileId, procedureId, procedureKind, discussedVersion, latestVersion, no } = discussion;
    const versions = await namedVersions(this.database, procedureId, { upTo: latestVersion });
    const exportedAt = this.clock.now();
    const facts = { language, profileId, procedureKind, versions, discussedVersion, exportedAt };
    const workbook = answersWorkbook(facts, rowsToExport(this.database, discussionId, filter));
    return { name: `talqy-${no}-${exportedAt.slice(0, 10)}.xlsx`, stream: writeXlsx(workbook) };
  }
}
