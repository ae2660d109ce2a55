import { FlagPersonalDataProcessor } from './consideration/flag-personal-data.processor.js';
import { RequestGroupingProcessor } from './consideration/request-grouping.processor.js';
import { SuggestGroupsProcessor } from './consideration/suggest-groups.processor.js';
import { CloseDiscussionProcessor } from './discussion/close-discussion.processor.js';
import { CheckFileProcessor } from './files/check-file.processor.js';
import {
  NoteClosingProcessor,
  NoteExtensionProcessor,
  NoteOpeningProcessor,
  NoteReportProcessor,
  NoteWithdrawalProcessor,
} from './notifications/note-happening.processors.js';
import { SendSubscriberMailProcessor } from './notifications/send-subscriber-mail.processor.js';
import { SendSubscriptionMailProcessor } from './notifications/send-subscription-mail.processor.js';
import { TellSubscribersPageProcessor } from './notifications/tell-subscribers-page.processor.js';
import { SendAddressMailProcessor } from './notifications/send-address-mail.processor.js';
import { SendClosingMailProcessor } from './notifications/send-closing-mail.processor.js';
import { SendFactorResetMailProcessor } from './notifications/send-factor-reset-mail.processor.js';
import { SendHidingMailProcessor } from './notifications/send-hiding-mail.processor.js';
import { SendObjectionMailProcessor } from './notifications/send-objection-mail.processor.js';
import { SendInvitationMailProcessor } from './notifications/send-invitation-mail.processor.js';
import { SendMentionMailProcessor } from './notifications/send-mention-mail.processor.js';
import { SendPasswordResetMailProcessor } from './notifications/send-password-reset-mail.processor.js';
import { SendReceiptMailProcessor } from './notifications/send-receipt-mail.processor.js';
import { SendReportMailProcessor } from './notifications/send-report-mail.processor.js';
import { TellSendersOfClosingProcessor } from './notifications/tell-senders-of-closing.processor.js';
import { TellSendersOfReportProcessor } from './notifications/tell-senders-of-report.processor.js';
import { SendWithdrawalMailProcessor } from './notifications/send-withdrawal-mail.processor.js';
import { TellSendersOfWithdrawalProcessor } from './notifications/tell-senders-of-withdrawal.processor.js';
import { PublishReportProcessor } from './reports/publish-report.processor.js';
import { ReportStepProcessor } from './reports/report-step.processor.js';
import { RequestReportProcessor } from './reports/request-report.processor.js';
import { StartReportFlowProcessor } from './reports/start-report-flow.processor.js';

/** The token of the list of what a worker can do. */
export const PROCESSORS = Symbol('Processors');

export const processors = [
  CloseDiscussionProcessor,
  RequestReportProcessor,
  StartReportFlowProcessor,
  ReportStepProcessor,
  RequestGroupingProcessor,
  SuggestGroupsProcessor,
  FlagPersonalDataProcessor,
  CheckFileProcessor,
  PublishReportProcessor,
  SendReceiptMailProcessor,
  SendHidingMailProcessor,
  SendObjectionMailProcessor,
  TellSendersOfClosingProcessor,
  SendClosingMailProcessor,
  TellSendersOfWithdrawalProcessor,
  SendWithdrawalMailProcessor,
  TellSendersOfReportProcessor,
  SendReportMailProcessor,
  SendMentionMailProcessor,
  SendInvitationMailProcessor,
  SendPasswordResetMailProcessor,
  SendFactorResetMailProcessor,
  SendAddressMailProcessor,
  SendSubscriptionMailProcessor,
  NoteOpeningProcessor,
  NoteExtensionProcessor,
  NoteClosingProcessor,
  NoteWithdrawalProcessor,
  NoteReportProcessor,
  TellSubscribersPageProcessor,
  SendSubscriberMailProcessor,
];
