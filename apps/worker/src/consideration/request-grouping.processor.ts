import { RequestGrouping, requestGroupingJob } from '#lib/consideration';
import type { Transaction } from '#lib/database';
import type { Processor } from '#lib/jobs';
import { system } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

@Injectable()
export class RequestGroupingProcessor implements Processor<{ discussionId: string }> {
  readonly job = requestGroupingJob;

  constructor(private readonly requestGrouping: RequestGrouping) {}

  async process({ discussionId }: { discussionId: string }, tx: Transaction): Promise<void> {
    await this.requestGrouping.within(tx, discussionId, system('closing'));
  }
}
