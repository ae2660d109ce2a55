import type { Transaction } from '#lib/database';
import { LetterToSender } from '#lib/discussion';
import { Outbox, type Processor } from '#lib/jobs';
import { senderAwaitsReportMail, tellSendersOfReport } from '#lib/notifications';
import { Injectable } from '@nestjs/common';

type Data = { reportId: string; discussionId: string };

@Injectable()
export class TellSendersOfReportProcessor implements Processor<Data> {
  readonly job = tellSendersOfReport;

  constructor(
    private readonly letters: LetterToSender,
    private readonly outbox: Outbox,
  ) {}

  async process({ discussionId }: Data, tx: Transaction): Promise<void> {
    const remarks = await this.letters.reachable(tx, discussionId);
    await this.outbox.emitMany(
      tx,
      senderAwaitsReportMail,
      remarks.map((remarkId) => ({ remarkId })),
    );
  }
}
