import { FlagPersonalData, flagPersonalDataJob } from '#lib/consideration';
import type { Transaction } from '#lib/database';
import type { Processor } from '#lib/jobs';
import { Injectable } from '@nestjs/common';

@Injectable()
export class FlagPersonalDataProcessor implements Processor<{ remarkId: string }> {
  readonly job = flagPersonalDataJob;

  constructor(private readonly flagPersonalData: FlagPersonalData) {}

  async process({ remarkId }: { remarkId: string }, tx: Transaction): Promise<void> {
    await this.flagPersonalData.within(tx, remarkId);
  }
}
