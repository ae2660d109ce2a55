import type { Transaction } from '#lib/database';
import type { Processor } from '#lib/jobs';
import { senderAwaitsWithdrawalMail, tellSendersOfWithdrawal } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { TellSenders } from './tell-senders.js';

type Data = { discussionId: string };

@Injectable()
export class TellSendersOfWithdrawalProcessor implements Processor<Data> {
  readonly job = tellSendersOfWithdrawal;

  constructor(private readonly tellSenders: TellSenders) {}

  process({ discussionId }: Data, tx: Transaction): Promise<void> {
    return this.tellSenders.of(tx, discussionId, senderAwaitsWithdrawalMail);
  }
}
