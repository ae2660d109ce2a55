import {
  flagPersonalDataJob,
  groupingRequested,
  officerMentioned,
  requestGroupingJob,
  suggestGroupsJob,
} from '#lib/consideration';
import {
  closeDiscussionJob,
  discussionClosed,
  discussionDue,
  discussionOpened,
  discussionWithdrawn,
  objectionAnswered,
  remarkAcknowledged,
  remarkReplaced,
  remarkHidden,
  senderAddressGiven,
} from '#lib/discussion';
import { checkFileJob, fileUploaded } from '#lib/files';
import { factorWasReset, officerInvited, passwordResetAsked } from '#lib/identity';
import type { OutboxRoutes } from '#lib/jobs';
import {
  sendAddressMail,
  sendClosingMail,
  sendFactorResetMail,
  sendInvitationMail,
  sendPasswordResetMail,
  sendMentionMail,
  senderAwaitsClosingMail,
  senderAwaitsReportMail,
  senderAwaitsWithdrawalMail,
  sendHidingMail,
  sendObjectionMail,
  sendReceiptMail,
  sendReportMail,
  sendWithdrawalMail,
  tellSendersOfClosing,
  tellSendersOfReport,
  tellSendersOfWithdrawal,
} from '#lib/notifications';
import {
  publishReportJob,
  reportAssembled,
  reportPublished,
  reportRequested,
  reportSigned,
  requestReportJob,
  startReportFlowJob,
} from '#lib/reports';

/** The whole choreography: what happened → what is to be done. An empty list is a decision, a missing event a fault. */
export const outboxRoutes: OutboxRoutes = {
  [discussionOpened.event]: [],
  [discussionDue.event]: [closeDiscussionJob],
  [remarkAcknowledged.event]: [sendReceiptMail, flagPersonalDataJob],
  [remarkReplaced.event]: [flagPersonalDataJob],
  [fileUploaded.event]: [checkFileJob],
  [remarkHidden.event]: [sendHidingMail],
  [objectionAnswered.event]: [sendObjectionMail],
  [discussionWithdrawn.event]: [tellSendersOfWithdrawal],
  [discussionClosed.event]: [requestReportJob, tellSendersOfClosing, requestGroupingJob],
  [groupingRequested.event]: [suggestGroupsJob],
  [senderAwaitsClosingMail.event]: [sendClosingMail],
  [senderAwaitsWithdrawalMail.event]: [sendWithdrawalMail],
  [reportRequested.event]: [startReportFlowJob],
  [reportAssembled.event]: [],
  [reportSigned.event]: [publishReportJob],
  [reportPublished.event]: [tellSendersOfReport],
  [senderAwaitsReportMail.event]: [sendReportMail],
  [officerMentioned.event]: [sendMentionMail],
  [officerInvited.event]: [sendInvitationMail],
  [passwordResetAsked.event]: [sendPasswordResetMail],
  [factorWasReset.event]: [sendFactorResetMail],
  [senderAddressGiven.event]: [sendAddressMail],
};
