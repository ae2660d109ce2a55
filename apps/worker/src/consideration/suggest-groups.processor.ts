import { SuggestGroups, suggestGroupsJob } from '#lib/consideration';
import type { LongProcessor } from '#lib/jobs';
import { Injectable } from '@nestjs/common';

@Injectable()
export class SuggestGroupsProcessor implements LongProcessor<{ runId: string }> {
  readonly job = suggestGroupsJob;

  constructor(private readonly suggestGroups: SuggestGroups) {}

  async work({ runId }: { runId: string }): Promise<boolean> {
    return (await this.suggestGroups.execute(runId)) !== 'elsewhere';
  }
}
