import type { Transaction } from '#lib/database';
import type { Processor } from '#lib/jobs';
import { tellSubscribersPage, TellSubscribers } from '#lib/notifications';
import { Injectable } from '@nestjs/common';

type Data = { noticeId: string; after: string };

@Injectable()
export class TellSubscribersPageProcessor implements Processor<Data> {
  readonly job = tellSubscribersPage;

  constructor(private readonly tellSubscribers: TellSubscribers) {}

  process(data: Data, tx: Transaction): Promise<void> {
    return this.tellSubscribers.page(tx, data);
  }
}
