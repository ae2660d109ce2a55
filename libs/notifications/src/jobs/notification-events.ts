import { defineEvent } from '#lib/jobs';

/** One event a sender: a mail that fails is tried again alone. */
export const senderAwaitsClosingMail = defineEvent<{ remarkId: string }>('sender.awaits-closing-mail');
export const senderAwaitsWithdrawalMail = defineEvent<{ remarkId: string }>('sender.awaits-withdrawal-mail');
export const senderAwaitsReportMail = defineEvent<{ remarkId: string }>('sender.awaits-report-mail');

export const notificationEvents = [senderAwaitsClosingMail, senderAwaitsWithdrawalMail, senderAwaitsReportMail];
