import { Transactions } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { setsOfSame } from '../../domain/grouping/sets-of-same.js';
import { atLength } from '../../persistence/grouping/at-length.js';
import { GroupingRuns } from '../../persistence/grouping/grouping-runs.js';
import { SameSenders } from '../../persistence/grouping/same-senders.js';
import { SuggestionWriter } from '../../persistence/grouping/suggestion-writer.js';

/** The last stage of `SuggestGroups`. */
@Injectable()
export class PublishSuggestions {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: GroupingRuns,
    private readonly writer: SuggestionWriter,
    private readonly senders: SameSenders,
  ) {}

  /** The new suggestions take the place of the old and the run is done, or nothing has changed. */
  async execute(runId: string, discussionId: string): Promise<void> {
    await this.transactions.run((tx) => this.runs.progress(tx, runId, 'WRITING', 0, 1));
    await this.transactions.run(async (tx) => {
      await atLength(tx);
      await this.writer.clear(tx, discussionId);
      await this.writer.writeSimilar(tx, discussionId);
      const sets = setsOfSame((await this.senders.keys(tx, discussionId)).map(({ remarks }) => remarks));
      if (sets.length > 0) await this.writer.writeSameSender(tx, discussionId, sets);
      await this.writer.settle(tx, discussionId);
      await this.runs.finish(tx, runId);
    });
  }
}
