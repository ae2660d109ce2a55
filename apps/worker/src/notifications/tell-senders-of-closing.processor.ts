import type { Transaction } from '#lib/database';
import type { Processor } from '#lib/jobs';
import { senderAwaitsClosingMail, tellSendersOfClosing } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { TellSenders } from './tell-senders.js';

type Data = { discussionId: string };

@Injectable()
export class TellSendersOfClosingProcessor implements Processor<Data> {
  readonly job = tellSendersOfClosing;

  constructor(private readonly tellSenders: TellSenders) {}

  process({ discussionId }: Data, tx: Transaction): Promise<void> {
    return this.tellSenders.of(tx, discussionId, senderAwaitsClosingMail);
  }
}
