import { DraftingModule } from '#lib/drafting';
import { FilesModule, SealedOriginals } from '#lib/files';
import { Transactions } from '#lib/database';
import { SealedAccounts } from '#lib/identity';
import { SealedAddresses } from '#lib/notifications';
import { KeyRingFile, Seal } from '#lib/privacy';
import { ProcedureProfilesModule } from '#lib/procedure-profiles';
import { type SignatureSettings, signatureVerifier, SignatureVerifier } from '#lib/signatures';
import { WorkingCalendarModule } from '#lib/working-calendar';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DRAIN_SECONDS, DrainSeconds } from './drain.js';
import { ArrivalTickets } from './intake/arrival-tickets.js';
import { AttachedFiles } from './intake/attached-files.js';
import { EntryConfirmation } from './intake/entry-confirmation.js';
import { IntakeAnswers } from './intake/intake-answers.js';
import { IntakeRows } from './intake/intake-rows.js';
import { IntakeWriter } from './intake/intake-writer.js';
import { KnownDiscussions } from './intake/known-discussions.js';
import { RemarkSignatures } from './intake/remark-signatures.js';
import { TakableRemarks } from './intake/takable-remarks.js';
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
import { HAS_SENDERS_PROVIDER, PlaceableDrafts, TRUSTS_SIGNATURES } from './persistence/placeable-drafts.js';
import { Placements } from './persistence/placements.js';
import { PlacementWriters } from './persistence/placement-writers.js';
import { RecordableDiscussions } from './persistence/recordable-discussions.js';
import { Redactions } from './persistence/redactions.js';
import { ReplacementRecords } from './persistence/replacement-records.js';
import { CheckReceipt } from './queries/check-receipt.js';
import { DataOfSubject } from './queries/data-of-subject.js';
import { DiscussionById } from './queries/discussion-by-id.js';
import { DocumentToSign } from './queries/document-to-sign.js';
import { DueDiscussions } from './queries/due-discussions.js';
import { EntryById } from './queries/entry-by-id.js';
import { HidingsOf } from './queries/hidings-of.js';
import { HidingsOfRemark } from './queries/hidings-of-remark.js';
import { LetterToSender } from './queries/letter-to-sender.js';
import { LetterAboutDraft } from './queries/letter-about-draft.js';
import { DiscussionFigures } from './queries/discussion-figures.js';
import { LettersToEnter } from './queries/letters-to-enter.js';
import { ListDiscussions } from './queries/list-discussions.js';
import { RemarkCounts } from './queries/remark-counts.js';
import { ListRemarks } from './queries/list-remarks.js';
import { ModerationLog } from './queries/moderation-log.js';
import { ObjectionsOf } from './queries/objections-of.js';
import { OriginalTexts } from './queries/original-texts.js';
import { OutagesWithin } from './queries/outages-within.js';
import { PendingEntries } from './queries/pending-entries.js';
import { ReceivedEntries } from './queries/received-entries.js';
import { RemarkByNumber } from './queries/remark-by-number.js';
import { WaitingRemarks } from './queries/waiting-remarks.js';
import { RemarkByReceipt } from './queries/remark-of-receipt.js';
import { KEY_RING_FILE } from './sealing/key-ring.js';
import { Resealing } from './sealing/resealing.js';
import { RotationRecords } from './sealing/rotation-records.js';
import { SealedRows } from './sealing/sealed-rows.js';
import { SealedTexts } from './sealing/sealed-texts.js';
import { SENDER_SEAL, Senders } from './sealing/senders.js';
import { RECEIPT_SECRET, Receipts } from './receipts.js';
import { AddPlacement } from './use-cases/add-placement.js';
import { AnswerObjection } from './use-cases/answer-objection.js';
import { ChangeNameConsent } from './use-cases/change-name-consent.js';
import { ChangeWorkingCalendar } from './use-cases/change-working-calendar.js';
import { CloseDiscussion } from './use-cases/close-discussion.js';
import { ConfirmEntry } from './use-cases/confirm-entry.js';
import { ConfirmHiding } from './use-cases/confirm-hiding.js';
import { EnterReceivedRemark } from './use-cases/enter-received-remark.js';
import { AskAddressConfirmation } from './use-cases/ask-address-confirmation.js';
import { ConfirmAddress } from './use-cases/confirm-address.js';
import { DropExpiredAddresses } from './use-cases/drop-expired-addresses.js';
import { AddressConfirmations } from './persistence/address-confirmations.js';
import { HoldRemark } from './use-cases/hold-remark.js';
import { LiftHiding } from './use-cases/lift-hiding.js';
import { ObjectToHiding } from './use-cases/object-to-hiding.js';
import { OpenOriginal } from './use-cases/open-original.js';
import { PlacementObstacles } from './queries/placement-obstacles.js';
import { PlaceDraft } from './use-cases/place-draft.js';
import { ProposeHiding } from './use-cases/propose-hiding.js';
import { RecordOutage } from './use-cases/record-outage.js';
import { RecordReceivedRemark } from './use-cases/record-received-remark.js';
import { RefuseEntry } from './use-cases/refuse-entry.js';
import { RefuseHiding } from './use-cases/refuse-hiding.js';
import { ReleaseRemarks } from './use-cases/release-remarks.js';
import { ReplaceRemark } from './use-cases/replace-remark.js';
import { RequestErasure } from './use-cases/request-erasure.js';
import { RotateKeys } from './use-cases/rotate-keys.js';
import { SealClearSenders } from './use-cases/seal-clear-senders.js';
import { SubmitRemark } from './use-cases/submit-remark.js';
import { WatchIntake } from './use-cases/watch-intake.js';
import { WithdrawDiscussion } from './use-cases/withdraw-discussion.js';
import { WithdrawRemark } from './use-cases/withdraw-remark.js';

export interface DiscussionSettings {
  /** Key of the secrets on receipts; with another key the receipts given out before are void. */
  readonly receiptSecret: string;
  /** The key ring of personal data (TALQY_KEYS). */
  readonly keyFile: string;
  /** How long after `close_at` the state flips; longer than any request may live, 60 by default. */
  readonly drainSeconds?: number;
  /** Whether an identity provider may confirm senders; without one no draft is placed whose profile asks for that. */
  readonly hasSendersProvider?: boolean;
  /** Who verifies the signatures of remarks; without roots and verifier none is taken, and no draft placed whose profile asks for one. */
  readonly signatures?: SignatureSettings;
}

const NOBODY_VOUCHES: SignatureSettings = { trustedRoots: undefined, verifierUrl: undefined };

const modules = [ProcedureProfilesModule, DraftingModule, FilesModule, WorkingCalendarModule];

const parts = [
  DrainSeconds,
  Receipts,
  KnownDiscussions,
  AttachedFiles,
  IntakeRows,
  ArrivalTickets,
  IntakeWriter,
  RemarkIntake,
  IntakeAnswers,
  RemarkSignatures,
  TakableRemarks,
  OwnRemarks,
  ReplacementRecords,
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
  Redactions,
  HidingWriters,
  Resealing,
  RotationRecords,
];

const face = [
  PlacementObstacles,
  Senders,
  SealedTexts,
  Placements,
  PlaceDraft,
  AddPlacement,
  ChangeWorkingCalendar,
  SubmitRemark,
  HoldRemark,
  AskAddressConfirmation,
  ConfirmAddress,
  DropExpiredAddresses,
  AddressConfirmations,
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
  ObjectToHiding,
  AnswerObjection,
  ReleaseRemarks,
  WatchIntake,
  RecordOutage,
  ChangeNameConsent,
  RequestErasure,
  RotateKeys,
  OpenOriginal,
  SealClearSenders,
  CloseDiscussion,
  WithdrawDiscussion,
  DueDiscussions,
  ListDiscussions,
  DiscussionFigures,
  RemarkCounts,
  DiscussionById,
  ListRemarks,
  RemarkByNumber,
  CheckReceipt,
  RemarkByReceipt,
  DataOfSubject,
  DocumentToSign,
  LetterToSender,
  LetterAboutDraft,
  ReceivedEntries,
  EntryById,
  LettersToEnter,
  PendingEntries,
  HidingsOf,
  HidingsOfRemark,
  ModerationLog,
  WaitingRemarks,
  OriginalTexts,
  ObjectionsOf,
  OutagesWithin,
];

@Module({})
export class DiscussionModule {
  static forRoot(settings: DiscussionSettings): DynamicModule {
    const { receiptSecret, keyFile, drainSeconds = 60, hasSendersProvider = false } = settings;
    const { signatures = NOBODY_VOUCHES } = settings;
    const keys = new KeyRingFile(keyFile);
    const seal = new Seal(keys);
    const waiting = new SealedAddresses(seal, 'address_confirmation');
    return {
      module: DiscussionModule,
      global: true,
      imports: [TypeOrmModule.forFeature(entities), ...modules],
      providers: [
        { provide: RECEIPT_SECRET, useValue: receiptSecret },
        { provide: KEY_RING_FILE, useValue: keys },
        { provide: SENDER_SEAL, useValue: seal },
        { provide: SealedAddresses, useValue: waiting },
        {
          provide: SealedRows,
          useFactory: (texts: SealedTexts) => new SealedRows(texts, waiting, new SealedAddresses(seal, 'subscription')),
          inject: [SealedTexts],
        },
        { provide: SealedOriginals, useFactory: () => new SealedOriginals(seal) },
        {
          provide: SealedAccounts,
          useFactory: (transactions: Transactions) => new SealedAccounts(transactions, seal),
          inject: [Transactions],
        },
        { provide: DRAIN_SECONDS, useValue: drainSeconds },
        { provide: HAS_SENDERS_PROVIDER, useValue: hasSendersProvider },
        { provide: TRUSTS_SIGNATURES, useValue: Object.values(signatures).some((source) => source !== undefined) },
        { provide: SignatureVerifier, useFactory: () => signatureVerifier(signatures) },
        ...parts,
        ...face,
      ],
      exports: face,
    };
  }
}
