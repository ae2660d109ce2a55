import type { Transaction } from '#lib/database';
import { LetterToSender } from '#lib/discussion';
import { Outbox, type Processor } from '#lib/jobs';
import { senderAwaitsClosingMail, tellSendersOfClosing } from '#lib/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class TellSendersOfClosingProcessor implements Processor<{ discussionId: string }> {
  readonly job = tellSendersOfClosing;

  constructor(
    private readonly letters: LetterToSender,
    private readonly outbox: Outbox,
  ) {}

  async process({ discussionId }: { discussionId: string }, tx: Transaction): Promise<void> {
    const remarks = await this.letters.reachable(tx, discussionId);
    await this.outbox.emitMany(
      tx,
      senderAwaitsClosingMail,
      remarks.map((remarkId) => ({ remarkId })),
    );
  }
}
