export { NotificationsModule } from './notifications.module.js';
export { SubscriptionsModule } from './subscriptions.module.js';

// Who gets letters about drafts.
export { AskSubscription } from './use-cases/ask-subscription.js';
export { ConfirmSubscription } from './use-cases/confirm-subscription.js';
export { EndSubscription, type OwnSubscription } from './use-cases/end-subscription.js';
export { type SubscriberLetter, TellSubscribers } from './use-cases/tell-subscribers.js';
export { DropExpiredSubscriptions } from './use-cases/drop-expired-subscriptions.js';
export {
  type AskedSubscription,
  type RequestLetterFacts,
  type Subscription,
  Subscriptions,
} from './persistence/subscriptions.js';
export { type NoticeOfDraft, NoticesOfDraft } from './queries/notices-of-draft.js';
export { type Happening, isLast, isStillNews, type Scope, scopes, type Subject } from './domain/subscription.js';
export {
  noteClosing,
  noteExtension,
  noteOpening,
  noteReport,
  noteWithdrawal,
  sendSubscriberMail,
  sendSubscriptionMail,
  subscriberAwaitsLetter,
  subscribersToTell,
  subscriptionAsked,
  subscriptionEvents,
  tellSubscribersPage,
} from './jobs/subscription-events.js';

// The mail.
export { isLetterOwed, isOpen, LINK_TERM } from './mailboxes/asked-letters.js';
export { type SealedAddress, SealedAddresses } from './mailboxes/sealed-addresses.js';
export { MAIL_SETTINGS, type MailSettings } from './transport/mail-settings.js';
export { type Letter, letterId } from './letters/letter.js';
export {
  type AddressFacts,
  addressLetter,
  factorResetLetter,
  type FactorResetFacts,
  invitationLetter,
  type InvitationFacts,
  passwordResetLetter,
  type PasswordResetFacts,
} from './letters/account-letters.js';
export { closingLetter, type ClosingFacts } from './letters/closing-letter.js';
export { mentionLetter, type MentionFacts } from './letters/mention-letter.js';
export { hidingLetter, type HidingFacts } from './letters/hiding-letter.js';
export { type ObjectionFacts, objectionLetter } from './letters/objection-letter.js';
export { receiptLetter, type ReceiptFacts } from './letters/receipt-letter.js';
export { type AnsweredPoint, reportLetter, type ReportFacts } from './letters/report-letter.js';
export { withdrawalLetter, type WithdrawalFacts } from './letters/withdrawal-letter.js';
export { subscriptionLetter, type ToldFacts, toldLetter } from './letters/subscriber-letters.js';
export { Mailer } from './transport/mailer.js';
export {
  sendAddressMail,
  sendClosingMail,
  sendFactorResetMail,
  sendInvitationMail,
  sendPasswordResetMail,
  sendMentionMail,
  sendHidingMail,
  sendObjectionMail,
  sendReceiptMail,
  sendReportMail,
  sendWithdrawalMail,
  tellSendersOfClosing,
  tellSendersOfReport,
  tellSendersOfWithdrawal,
} from './jobs/notification-jobs.js';
export {
  notificationEvents,
  senderAwaitsClosingMail,
  senderAwaitsReportMail,
  senderAwaitsWithdrawalMail,
} from './jobs/notification-events.js';
