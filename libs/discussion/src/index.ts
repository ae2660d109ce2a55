export { DiscussionModule, type DiscussionSettings } from './discussion.module.js';

// What is done.
export { PlaceDraft, type PlaceDraftInput } from './use-cases/place-draft.js';
export { PlacementObstacles } from './queries/placement-obstacles.js';
export { AddPlacement, type AddPlacementInput } from './use-cases/add-placement.js';
export {
  type CalendarChange,
  CalendarChanged,
  ChangeWorkingCalendar,
  type MovedTerm,
} from './use-cases/change-working-calendar.js';
export { SubmitRemark, type SubmitRemarkInput } from './use-cases/submit-remark.js';
export { type HeldRemark, HoldRemark } from './use-cases/hold-remark.js';
export { AskAddressConfirmation } from './use-cases/ask-address-confirmation.js';
export { type AgreedMailbox, ConfirmAddress } from './use-cases/confirm-address.js';
export { DropExpiredAddresses } from './use-cases/drop-expired-addresses.js';
export { AddressConfirmations } from './persistence/address-confirmations.js';
export { ReplaceRemark, type ReplaceRemarkInput } from './use-cases/replace-remark.js';
export { WithdrawRemark, type WithdrawRemarkInput } from './use-cases/withdraw-remark.js';
export { RecordReceivedRemark } from './use-cases/record-received-remark.js';
export type { ReceivedRemark, RecordedRemark } from './intake/recorded-remarks.js';
export {
  type EnteredRemark,
  EnterReceivedRemark,
  type EnterReceivedRemarkInput,
} from './use-cases/enter-received-remark.js';
export { ConfirmEntry, type EntryToSettle } from './use-cases/confirm-entry.js';
export { RefuseEntry, type RefuseEntryInput } from './use-cases/refuse-entry.js';
export { ProposeHiding, type ProposedHiding, type ProposeHidingInput } from './use-cases/propose-hiding.js';
export { ConfirmHiding, type HidingToSettle } from './use-cases/confirm-hiding.js';
export { RefuseHiding, type RefuseHidingInput } from './use-cases/refuse-hiding.js';
export { LiftHiding, type LiftHidingInput } from './use-cases/lift-hiding.js';
export { ObjectToHiding, type ObjectToHidingInput } from './use-cases/object-to-hiding.js';
export { AnswerObjection, type AnswerObjectionInput } from './use-cases/answer-objection.js';
export { type ReadText, ReleaseRemarks, type ReleaseRemarksInput } from './use-cases/release-remarks.js';
export { WatchIntake } from './use-cases/watch-intake.js';
export { RecordOutage, type RecordOutageInput } from './use-cases/record-outage.js';
export { CloseDiscussion, type Closing } from './use-cases/close-discussion.js';
export { WithdrawDiscussion, type WithdrawDiscussionInput } from './use-cases/withdraw-discussion.js';
export { ChangeNameConsent, type ChangeNameConsentInput } from './use-cases/change-name-consent.js';
export { RequestErasure, type RequestErasureInput } from './use-cases/request-erasure.js';
export { type RotatedKeys, RotateKeys, type RotateKeysInput } from './use-cases/rotate-keys.js';
export { OpenOriginal, type OriginalOfFile } from './use-cases/open-original.js';
export { SealClearSenders } from './use-cases/seal-clear-senders.js';
export { lockDiscussion } from './persistence/locked-discussion.js';
export { Placements } from './persistence/placements.js';

// What is read.
export { DueDiscussions } from './queries/due-discussions.js';
export { type DiscussionFilter, type DiscussionStatus, discussionStatuses } from './queries/discussion-conditions.js';
export { type DiscussionOrder, discussionOrders } from './queries/discussion-order.js';
export { type FoundDiscussion, ListDiscussions } from './queries/list-discussions.js';
export {
  type DevelopingBody,
  DiscussionFigures,
  type Figures,
  type OfferedChoices,
  type Topic,
} from './queries/discussion-figures.js';
export { type AnchoredRemarks, RemarkCounts, remarksAbout } from './queries/remark-counts.js';
export type { DiscussionSummary } from './queries/discussion-rows.js';
export { DiscussionById, type DiscussionDetails, type PlacementDetails } from './queries/discussion-by-id.js';
export { ListRemarks } from './queries/list-remarks.js';
export type { OfficerRemark, PublicRemark } from './queries/remark-rows.js';
export { RemarkByNumber } from './queries/remark-by-number.js';
export { LetterToSender } from './queries/letter-to-sender.js';
export { type DraftLetterFacts, LetterAboutDraft } from './queries/letter-about-draft.js';
export { type HeldBack, RemarkByReceipt, type RemarkOfReceipt } from './queries/remark-of-receipt.js';
export { DocumentToSign } from './queries/document-to-sign.js';
export { DataOfSubject } from './queries/data-of-subject.js';
export { CheckReceipt, type ReceiptCheck } from './queries/check-receipt.js';

export { type EntryView, entryViews, ReceivedEntries } from './queries/received-entries.js';
export { EntryById } from './queries/entry-by-id.js';
export { type LetterLook, LettersToEnter } from './queries/letters-to-enter.js';
export type { EntryDetails, EntryLine, EntryOfficial } from './queries/entry-rows.js';
export { PendingEntries } from './queries/pending-entries.js';
export { HidingsOf, type HidingsOfDiscussion } from './queries/hidings-of.js';
export { type HidingDetails, HidingsOfRemark } from './queries/hidings-of-remark.js';
export { moderationActs, type ModerationLine, ModerationLog } from './queries/moderation-log.js';
export { type ObjectionDetails, ObjectionsOf } from './queries/objections-of.js';
export { OriginalTexts } from './queries/original-texts.js';
export { type OriginalText, redactionMark } from './persistence/redactions.js';
export { type WaitingRemark, WaitingRemarks } from './queries/waiting-remarks.js';
export { type OutagesOfDiscussion, OutagesWithin, outagesWithin } from './queries/outages-within.js';
export { ProfileUse } from './queries/profile-use.js';
export { assertOwnDiscussion } from './queries/own-discussion.js';

export { SealedTexts } from './sealing/sealed-texts.js';
export { type SealedSender, sealedSenderOf, type SenderDetails, Senders } from './sealing/senders.js';

// What is told, and what is to be done.
export {
  discussionClosed,
  discussionDue,
  discussionEvents,
  discussionExtended,
  discussionOpened,
  discussionWithdrawn,
  remarkAcknowledged,
  remarkReplaced,
  remarkHidden,
  objectionAnswered,
  senderAddressGiven,
} from './events.js';
export { closeDiscussionJob } from './jobs/close-discussion-job.js';

// The rules.
export type { Acknowledgement, Arrival } from './domain/acknowledgement.js';
export { committedJson } from './domain/commitment.js';
export { discussionStates, mayStillHappen } from './domain/discussion-lifecycle.js';
export { remarkStates } from './domain/remark-lifecycle.js';
export { entryMayBecome, type EntryState, entryStates } from './domain/entry-lifecycle.js';
export type { Fault } from './domain/fault.js';
export { type HidingGround, hidingGrounds, type HidingReason } from './domain/hiding.js';
export { objectionOutcomes } from './domain/objection.js';
export {
  type Passage,
  passageAt,
  passageOfUnits,
  redactedText,
  type RedactionPart,
  redactionParts,
  type SaidText,
  wordsOf,
} from './domain/redaction.js';
export { hidingMayBecome, isOpenToModeration } from './domain/hiding-lifecycle.js';
export { isBlind, type ProbeAnswer, type WatchStep } from './domain/intake-watch.js';
export type { NewPlacement } from './domain/new-placement.js';
export { normalisedText } from './domain/normalised-text.js';
export { type PlacementRefusal, RULES_IN_FORCE } from './domain/placement-guard.js';
export * from './domain/refusals.js';
export type { TypedArrival } from './domain/letter-arrival.js';
export { type EntryChannel, entryChannels, type ReceivedLetter } from './domain/received-entry.js';
export {
  contentFaults,
  FILES_LIMIT,
  type RemarkContent,
  type RemarkKind,
  remarkKinds,
  TEXT_LIMIT,
} from './domain/remark-content.js';
export { readRemarkNumber } from './domain/remark-number.js';
export { needsContact, type Sender, senderFaults, type SenderKind, senderKinds } from './domain/sender.js';
export {
  type ConfirmationFault,
  confirmationFault,
  confirmationOf,
  needsConfirmation,
  needsProvider,
  needsSignature,
  takesMailbox,
} from './domain/sender-confirmation.js';
export { SIGNATURE_LIMIT } from './domain/signed-document.js';
export { wordLimits } from './domain/words.js';
export type { RecordedChannel } from './intake/intake-row.js';

// The tables.
export { DiscussionEntity } from './persistence/discussion.entity.js';
export type { EntryOutcome } from './persistence/entries.js';
export { RemarkEntity } from './persistence/remark.entity.js';
