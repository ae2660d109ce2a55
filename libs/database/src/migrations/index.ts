import { ApplicationRole } from './01-an-application-role-that-may-not-own-tables.js';
import { ServiceRegister } from './02-state-bodies-and-the-register-of-services.js';
import { WorkingCalendarTables } from './03-a-working-calendar-with-its-legal-source.js';
import { Officers } from './04-officers-and-their-sessions.js';
import { Ledger } from './05-a-ledger-that-only-grows.js';
import { Outbox } from './06-an-outbox-whose-jobs-are-done-once.js';
import { StoredFiles } from './07-stored-files.js';
import { Drafting } from './08-procedures-drafts-and-clauses.js';
import { Discussions } from './09-discussions-and-placements.js';
import { Remarks } from './10-remarks-that-cannot-be-late.js';
import { Consideration } from './11-points-and-decisions.js';
import { Reports } from './12-reports-frozen-at-signing.js';
import { SignInAttempts } from './13-sign-in-attempts-of-the-last-minutes.js';
import { RemarksInOneCall } from './14-remarks-in-one-call.js';
import { WhatWasReceivedStays } from './15-what-was-received-stays.js';
import { PointsThatQuote } from './16-points-that-quote-their-remark.js';
import { QueueOfWork } from './17-a-queue-of-work-for-officers.js';
import { SimilarRemarks } from './18-similar-remarks-and-their-groups.js';
import { ReceivedEntries } from './19-entries-a-second-officer-confirms.js';
import { Hidings } from './20-a-hiding-has-its-ground.js';
import { IntakeOutages } from './21-outages-of-intake.js';
import { FilesOfAnySize } from './23-files-of-any-size.js';
import { ReportsRowByRow } from './24-reports-row-by-row.js';
import { ErrataAndSignatures } from './25-errata-and-signatures.js';
import { AnswersToMany } from './26-answers-to-many-at-once.js';
import { SheetsThatComeBack } from './27-sheets-that-come-back-filled-in.js';
import { RepresentativeAtOnce } from './29-a-groups-representative-at-once.js';
import { SecondFactors } from './31-second-factors.js';
import { RecognisableSessions } from './32-sessions-a-person-can-tell-apart.js';
import { Invitations } from './33-invitations-bound-to-an-address.js';
import { PasswordResets } from './34-a-forgotten-password.js';
import { ApiTokens } from './35-tokens-for-programs.js';
import { SendersSealed } from './37-senders-sealed.js';
import { TextsErased } from './38-texts-erased.js';
import { SendersRemovedInTime } from './39-senders-removed-in-time.js';
import { KnownByProvider } from './40-officials-known-by-a-provider.js';
import { HowMuchFromWhere } from './41-how-much-from-where.js';
import { UploadsAreChecked } from './42-uploads-are-checked-before-they-are-shown.js';
import { WordsToFindDraftsBy } from './43-words-to-find-drafts-by.js';
import { TextsWaitForRelease } from './44-texts-that-wait-for-release.js';
import { PassagesRedacted } from './45-passages-redacted-and-objections.js';
import { UnpublishedWork } from './46-unpublished-work-is-its-bodys-own.js';
import { ProvedAtSignIn } from './47-a-provider-that-merely-still-knew-somebody.js';
import { SendersConfirmed } from './48-senders-confirmed.js';
import { WhatEndsWithAPassword } from './49-what-ends-with-a-password.js';
import { RemarksSigned } from './50-remarks-signed.js';
import { ActsToLookThrough } from './51-acts-to-look-through.js';
import { VerificationsKept } from './52-verifications-of-the-chain-are-kept.js';
import { LettersToWhoAsks } from './53-letters-to-who-asks-for-them.js';
import { SectionsOfTheRegister } from './54-sections-of-the-register.js';
import { ProfilesAdded } from './55-profiles-added-to-the-installation.js';
import { EachMailboxIsToldOnce } from './56-each-mailbox-is-told-once-and-of-nothing-older.js';
import { NoAddressAfterAnUntoldApproval } from './57-no-address-stays-after-an-approval-untold.js';

/** In the order they run. A landed migration is never edited: add the next number. */
export const migrations = [
  ApplicationRole,
  ServiceRegister,
  WorkingCalendarTables,
  Officers,
  Ledger,
  Outbox,
  StoredFiles,
  Drafting,
  Discussions,
  Remarks,
  Consideration,
  Reports,
  SignInAttempts,
  RemarksInOneCall,
  WhatWasReceivedStays,
  PointsThatQuote,
  QueueOfWork,
  SimilarRemarks,
  ReceivedEntries,
  Hidings,
  IntakeOutages,
  FilesOfAnySize,
  ReportsRowByRow,
  ErrataAndSignatures,
  AnswersToMany,
  SheetsThatComeBack,
  RepresentativeAtOnce,
  SecondFactors,
  RecognisableSessions,
  Invitations,
  PasswordResets,
  ApiTokens,
  SendersSealed,
  TextsErased,
  SendersRemovedInTime,
  KnownByProvider,
  HowMuchFromWhere,
  UploadsAreChecked,
  WordsToFindDraftsBy,
  TextsWaitForRelease,
  PassagesRedacted,
  UnpublishedWork,
  ProvedAtSignIn,
  SendersConfirmed,
  WhatEndsWithAPassword,
  RemarksSigned,
  ActsToLookThrough,
  VerificationsKept,
  LettersToWhoAsks,
  SectionsOfTheRegister,
  ProfilesAdded,
  EachMailboxIsToldOnce,
  NoAddressAfterAnUntoldApproval,
];
