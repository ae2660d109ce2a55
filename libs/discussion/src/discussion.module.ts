import { DraftingModule } from '#lib/drafting';
import { FilesModule } from '#lib/files';
import { WorkingCalendarModule } from '#lib/working-calendar';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DRAIN_SECONDS, DrainSeconds } from './drain.js';
import { AttachedFiles } from './intake/attached-files.js';
import { EntryConfirmation } from './intake/entry-confirmation.js';
import { IntakeAnswers } from './intake/intake-answers.js';
import { IntakeRows } from './intake/intake-rows.js';
import { IntakeWriter } from './intake/intake-writer.js';
import { KnownDiscussions } from './intake/known-discussions.js';
import { RecordedRemarks } from './intake/recorded-remarks.js';
import { RemarkIntake } from './intake/remark-intake.js';
import { DiscussionWindows } from './persistence/discussion-windows.js';
import { entities } from './persistence/entities.js';
import { Entries } from './persistence/entries.js';
import { EntryWriters } from './persistence/entry-writers.js';
import { Hidings } from './persistence/hidings.js';
import { HidingWriters } from './persistence/hiding-writers.js';
import { ModeratedRemarks } from './persistence/moderated-remarks.js';
import { OwnRemarks } from './persistence/own-remark.js';
import { PlaceableDrafts } from './persistence/placeable-drafts.js';
import { Placements } from './persistence/placements.js';
import { PlacementWriters } from './persistence/placement-writers.js';
import { RecordableDiscussions } from './persistence/recordable-discussions.js';
import { CheckReceipt } from './queries/check-receipt.js';
import { DiscussionById } from './queries/discussion-by-id.js';
import { DueDiscussions } from './queries/due-discussions.js';
import { EntryById } from './queries/entry-by-id.js';
import { HidingsOf } from './queries/hidings-of.js';
import { HidingsOfRemark } from './queries/hidings-of-remark.js';
import { LetterToSender } from './queries/letter-to-sender.js';
import { LettersToEnter } from './queries/letters-to-enter.js';
import { ListDiscussions } from './queries/list-discussions.js';
import { ListRemarks } from './queries/list-remarks.js';
import { ModerationLog } from './queries/moderation-log.js';
import { OutagesWithin } from './queries/outages-within.js';
import { PendingEntries } from './queries/pending-entries.js';
import { ReceivedEntries } from './queries/received-entries.js';
import { RemarkByNumber } from './queries/remark-by-number.js';
import { RemarkByReceipt } from './queries/remark-of-receipt.js';
import { RECEIPT_SECRET, Receipts } from './receipts.js';
import { AddPlacement } from './use-cases/add-placement.js';
import { ChangeWorkingCalendar } from './use-cases/change-working-calendar.js';
import { CloseDiscussion } from './use-cases/close-discussion.js';
import { ConfirmEntry } from './use-cases/confirm-entry.js';
import { ConfirmHiding } from './use-cases/confirm-hiding.js';
import { EnterReceivedRemark } from './use-cases/enter-received-remark.js';
import { LiftHiding } from './use-cases/lift-hiding.js';
import { PlaceDraft } from './use-cases/place-draft.js';
import { ProposeHiding } from './use-cases/propose-hiding.js';
import { RecordOutage } from './use-cases/record-outage.js';
import { RecordReceivedRemark } from './use-cases/record-received-remark.js';
import { RefuseEntry } from './use-cases/refuse-entry.js';
import { RefuseHiding } from './use-cases/refuse-hiding.js';
import { ReplaceRemark } from './use-cases/replace-remark.js';
import { SubmitRemark } from './use-cases/submit-remark.js';
import { WatchIntake } from './use-cases/watch-intake.js';
import { WithdrawDiscussion } from './use-cases/withdraw-discussion.js';
import { WithdrawRemark } from './use-cases/withdraw-remark.js';

export interface DiscussionSettings {
  /** Key of the secrets on receipts; with another key the receipts given out before are void. */
  readonly receiptSecret: string;
  /** How long after `close_at` the state flips; longer than any request may live, 60 by default. */
  readonly drainSeconds?: number;
}

const parts = [
  DrainSeconds,
  Receipts,
  KnownDiscussions,
  AttachedFiles,
  IntakeRows,
  IntakeWriter,
  RemarkIntake,
  IntakeAnswers,
  OwnRemarks,
  PlaceableDrafts,
  DiscussionWindows,
  PlacementWriters,
  RecordedRemarks,
  RecordableDiscussions,
  Entries,
  EntryConfirmation,
  EntryWriters,
  ModeratedRemarks,
  Hidings,
  HidingWriters,
];

const face = [
  Placements,
  PlaceDraft,
  AddPlacement,
  ChangeWorkingCalendar,
  SubmitRemark,
  ReplaceRemark,
  WithdrawRemark,
  RecordReceivedRemark,
  EnterReceivedRemark,
  ConfirmEntry,
  RefuseEntry,
  ProposeHiding,
  ConfirmHiding,
  RefuseHiding,
  LiftHiding,
  WatchIntake,
  RecordOutage,
  CloseDiscussion,
  WithdrawDiscussion,
  DueDiscussions,
  ListDiscussions,
  DiscussionById,
  ListRemarks,
  RemarkByNumber,
  CheckReceipt,
  RemarkByReceipt,
  LetterToSender,
  ReceivedEntries,
  EntryById,
  LettersToEnter,
  PendingEntries,
  HidingsOf,
  HidingsOfRemark,
  ModerationLog,
  OutagesWithin,
];

@Module({})
export class DiscussionModule {
  static forRoot({ receiptSecret, drainSeconds = 60 }: DiscussionSettings): DynamicModule {
    return {
      module: DiscussionModule,
      global: true,
      imports: [TypeOrmModule.forFeature(entities), DraftingModule, FilesModule, WorkingCalendarModule],
      providers: [
        { provide: RECEIPT_SECRET, useValue: receiptSecret },
        { provide: DRAIN_SECONDS, useValue: drainSeconds },
        ...parts,
        ...face,
      ],
      exports: face,
    };
  }
}
