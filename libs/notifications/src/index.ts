export { NotificationsModule } from './notifications.module.js';
export { MAIL_SETTINGS, type MailSettings } from './transport/mail-settings.js';
export { type Letter, letterId } from './domain/letter.js';
export { closingLetter, type ClosingFacts } from './domain/closing-letter.js';
export { receiptLetter, type ReceiptFacts } from './domain/receipt-letter.js';
export { reportLetter, type ReportFacts } from './domain/report-letter.js';
export { Mailer } from './transport/mailer.js';
export {
  notificationJobs,
  sendClosingMail,
  sendReceiptMail,
  sendReportMail,
  tellSendersOfClosing,
  tellSendersOfReport,
} from './jobs/notification-jobs.js';
export { notificationEvents, senderAwaitsClosingMail, senderAwaitsReportMail } from './jobs/notification-events.js';
