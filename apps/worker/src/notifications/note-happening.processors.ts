import type { Transaction } from '#lib/database';
import { type DraftLetterFacts, LetterAboutDraft } from '#lib/discussion';
import type { JobDefinition, Processor } from '#lib/jobs';
import {
  type Happening,
  isStillNews,
  noteClosing,
  noteExtension,
  noteOpening,
  noteReport,
  noteWithdrawal,
  TellSubscribers,
} from '#lib/notifications';
import { Injectable, type Type } from '@nestjs/common';

type Placed = { discussionId: string };

interface Noting<Data extends Placed> {
  readonly happening: Happening;
  /** What tells it from another of its kind; nothing where it happens once. */
  readonly about?: (data: Data, facts: DraftLetterFacts) => string;
}

/** What happened to a draft is written down once, and subscribers are told of it page by page. */
function noting<Data extends Placed>(job: JobDefinition<Data>, noted: Noting<Data>): Type<Processor<Data>> {
  const { happening, about = () => '' } = noted;

  @Injectable()
  class NoteHappening implements Processor<Data> {
    readonly job = job;

    constructor(
      private readonly drafts: LetterAboutDraft,
      private readonly tellSubscribers: TellSubscribers,
    ) {}

    async process(data: Data, tx: Transaction): Promise<void> {
      const facts = await this.drafts.facts(tx, data.discussionId);
      if (!facts) return;
      // What was over before it was told of is no news; a close that moved again is noted, and left out by its letter.
      if (!isStillNews(happening, facts.closeAt ?? '', facts)) return;
      const { discussionId, developerId: bodyId } = facts;
      await this.tellSubscribers.note(tx, [{ discussionId, bodyId, happening, about: about(data, facts) }]);
    }
  }
  return NoteHappening;
}

export const NoteOpeningProcessor = noting(noteOpening, { happening: 'OPENED' });
export const NoteExtensionProcessor = noting(noteExtension, {
  happening: 'EXTENDED',
  about: ({ closeAt }, facts) => closeAt ?? facts.closeAt ?? '',
});
export const NoteClosingProcessor = noting(noteClosing, { happening: 'CLOSED' });
export const NoteWithdrawalProcessor = noting(noteWithdrawal, { happening: 'WITHDRAWN' });
export const NoteReportProcessor = noting(noteReport, { happening: 'REPORTED', about: ({ reportId }) => reportId });
