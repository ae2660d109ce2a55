import {
  closeDiscussionJob,
  discussionClosed,
  discussionDue,
  discussionOpened,
  discussionWithdrawn,
  remarkAcknowledged,
  remarkHidden,
} from '#lib/discussion';
import type { OutboxRoutes } from '#lib/jobs';
import {
  sendClosingMail,
  senderAwaitsClosingMail,
  senderAwaitsReportMail,
  senderAwaitsWithdrawalMail,
  sendHidingMail,
  sendReceiptMail,
  sendReportMail,
  sendWithdrawalMail,
  tellSendersOfClosing,
  tellSendersOfReport,
  tellSendersOfWithdrawal,
} from '#lib/notifications';
import {
  assembleReportJob,
  publishReportJob,
  reportAssembled,
  reportPublished,
  reportRequested,
  reportSigned,
} from '#lib/reports';

/** The whole choreography: what happened → what is to be done. An empty list is a decision, a missing event a fault. */
export const outboxRoutes: OutboxRoutes = {
  [discussionOpened.event]: [],
  [discussionDue.event]: [closeDiscussionJob],
  [remarkAcknowledged.event]: [sendReceiptMail],
  [remarkHidden.event]: [sendHidingMail],
  [discussionWithdrawn.event]: [tellSendersOfWithdrawal],
  [discussionClosed.event]: [assembleReportJob, tellSendersOfClosing],
  [senderAwaitsClosingMail.event]: [sendClosingMail],
  [senderAwaitsWithdrawalMail.event]: [sendWithdrawalMail],
  [reportRequested.event]: [assembleReportJob],
  [reportAssembled.event]: [],
  [reportSigned.event]: [publishReportJob],
  [reportPublished.event]: [tellSendersOfReport],
  [senderAwaitsReportMail.event]: [sendReportMail],
};
