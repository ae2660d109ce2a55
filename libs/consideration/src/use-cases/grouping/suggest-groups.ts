import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { GroupingRuns } from '../../persistence/grouping/grouping-runs.js';
import { CompareTexts } from './compare-texts.js';
import { PublishSuggestions } from './publish-suggestions.js';
import { SignTexts } from './sign-texts.js';

/** `settled`: the run is done already, or a newer one was asked for. `elsewhere`: another worker is at it. */
export type GroupingOutcome = 'done' | 'settled' | 'elsewhere';

/** The key space of the advisory locks of searches, one a discussion. */
const NAMESPACE = 7004;

/** REQ-43, REQ-44: looks for similar remarks of one discussion and suggests them as groups; a person decides what becomes one. */
@Injectable()
export class SuggestGroups {
  constructor(
    private readonly database: Database,
    private readonly runs: GroupingRuns,
    private readonly signTexts: SignTexts,
    private readonly compareTexts: CompareTexts,
    private readonly publishSuggestions: PublishSuggestions,
  ) {}

  /**
   * Carries out a requested run in transactions of its own. Nothing is seen of it but its progress until the last of them puts
   * the new suggestions in the place of the old. A run whose worker was killed starts again: the session's lock went with it.
   * @throws whatever went wrong; the run is FAILED then and may be carried out again
   */
  async execute(runId: string): Promise<GroupingOutcome> {
    const key = await this.runs.lockKeyOf(runId);
    if (key === undefined) return 'settled';
    return this.database.lend(async (client) => {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, $2) as mine', [
        NAMESPACE,
        key,
      ]);
      if (!rows[0]?.mine) return 'elsewhere';
      try {
        return await this.carryOut(runId);
      } finally {
        await client.query('select pg_advisory_unlock($1, $2)', [NAMESPACE, key]);
      }
    });
  }

  private async carryOut(runId: string): Promise<GroupingOutcome> {
    const run = await this.runs.claim(runId);
    if (!run) return 'settled';
    try {
      await this.signTexts.execute(runId, run.discussionId);
      await this.compareTexts.execute(runId, run.discussionId);
      await this.publishSuggestions.execute(runId, run.discussionId);
      return 'done';
    } catch (error) {
      await this.runs.fail(runId, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }
}
