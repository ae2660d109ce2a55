import type { Transaction } from '#lib/database';
import type { Processor } from '#lib/jobs';
import { senderAwaitsReportMail, tellSendersOfReport } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { TellSenders } from './tell-senders.js';

type Data = { reportId: string; discussionId: string };

@Injectable()
export class TellSendersOfReportProcessor implements Processor<Data> {
  readonly job = tellSendersOfReport;

  constructor(private readonly tellSenders: TellSenders) {}

  process({ discussionId }: Data, tx: Transaction): Promise<void> {
    return this.tellSenders.of(tx, discussionId, senderAwaitsReportMail);
  }
}
