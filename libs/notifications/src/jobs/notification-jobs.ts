import { defineJob } from '#lib/jobs';

export const sendReceiptMail = defineJob<{ remarkId: string }>('mail', 'send-receipt-mail');
export const tellSendersOfClosing = defineJob<{ discussionId: string }>('procedure', 'tell-senders-of-closing');
export const sendClosingMail = defineJob<{ remarkId: string }>('mail', 'send-closing-mail');
export const tellSendersOfWithdrawal = defineJob<{ discussionId: string }>('procedure', 'tell-senders-of-withdrawal');
export const sendWithdrawalMail = defineJob<{ remarkId: string }>('mail', 'send-withdrawal-mail');
export const tellSendersOfReport = defineJob<{ reportId: string; discussionId: string }>(
  'procedure',
  'tell-senders-of-report',
);
export const sendMentionMail = defineJob<{ noteId: string; officerId: string }>('mail', 'send-mention-mail');
export const sendReportMail = defineJob<{ remarkId: string }>('mail', 'send-report-mail');
export const sendHidingMail = defineJob<{ hidingId: string }>('mail', 'send-hiding-mail');
export const sendObjectionMail = defineJob<{ objectionId: string }>('mail', 'send-objection-mail');
export const sendInvitationMail = defineJob<{ invitationId: string }>('mail', 'send-invitation-mail');
export const sendPasswordResetMail = defineJob<{ resetId: string }>('mail', 'send-password-reset-mail');
export const sendFactorResetMail = defineJob<{ officerId: string; actId: string }>('mail', 'send-factor-reset-mail');
export const sendAddressMail = defineJob<{ confirmationId: string }>('mail', 'send-address-mail');
