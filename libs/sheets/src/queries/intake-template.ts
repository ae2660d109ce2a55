import { Database } from '#lib/database';
import { DiscussionById } from '#lib/discussion';
import { writeXlsx } from '#lib/documents';
import { DomainError, type Language } from '#lib/kernel';
import { closeSentence, translator } from '#lib/localisation';
import { Injectable } from '@nestjs/common';
import { discussedVersion } from '../intake/intake-reader.js';
import { intakeWorkbook } from '../intake/intake-workbook.js';
import type { SheetToSave } from './consideration-sheet.js';

@Injectable()
export class IntakeTemplate {
  constructor(
    private readonly database: Database,
    private readonly discussions: DiscussionById,
  ) {}

  /**
   * An empty sheet by which an organisation sends many remarks at once, with the clauses of the placed draft to choose from. For
   * everybody; the same draft gives the same bytes.
   * @throws DomainError `not-found`, `discussion-withdrawn`
   */
  async of(discussionId: string, language: Language): Promise<SheetToSave> {
    const { state, title, openAt, closeAt, zone, isTakingRemarks, no } = await this.discussions.execute(discussionId);
    if (state === 'WITHDRAWN') throw new DomainError('discussion-withdrawn', 'the draft is withdrawn from discussion');
    const t = translator(language);
    const until = closeAt && closeSentence(closeAt, zone, language);
    const close = until && `${t(isTakingRemarks ? 'draft.close' : 'draft.closed')} ${until}`;
    const version = await discussedVersion(this.database, discussionId);
    const workbook = intakeWorkbook({ language, title, version, openAt, close });
    return { name: `talqy-${no}-remarks-${language}.xlsx`, stream: writeXlsx(workbook) };
  }
}
