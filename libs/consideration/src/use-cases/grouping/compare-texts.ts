import { Transactions } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { BANDS, LIKENESS_THRESHOLD } from '../../domain/similarity/signature.js';
import { UnionFind } from '../../domain/similarity/union-find.js';
import { atLength } from '../../persistence/grouping/at-length.js';
import { GroupingRuns } from '../../persistence/grouping/grouping-runs.js';
import { SignatureBands } from '../../persistence/grouping/signature-bands.js';
import { TextSignatures } from '../../persistence/grouping/text-signatures.js';

const PAGE = 20_000;

/** The second stage of `SuggestGroups`. */
@Injectable()
export class CompareTexts {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: GroupingRuns,
    private readonly signatures: TextSignatures,
    private readonly bands: SignatureBands,
  ) {}

  /** Finds which texts hang together: those that share a band and are alike, and those that are alike to them. */
  async execute(runId: string, discussionId: string): Promise<void> {
    for (let band = 0; band < BANDS; band += 1) {
      await this.transactions.run(async (tx) => {
        await atLength(tx);
        await this.bands.rebuild(tx, discussionId, band);
        await this.runs.progress(tx, runId, 'COMPARING', band, BANDS);
      });
    }
    const roots = await this.roots(discussionId);
    for (let first = 0; first < roots.length; first += PAGE) {
      const page = roots.subarray(first, first + PAGE);
      await this.transactions.run((tx) => this.signatures.setRoots(tx, discussionId, first, page));
    }
  }

  /** By the number of a text, the smallest number it hangs together with: four bytes a text. */
  private async roots(discussionId: string): Promise<Int32Array> {
    const together = new UnionFind(await this.signatures.nextNo(discussionId));
    await this.transactions.run(async (tx) => {
      await atLength(tx);
      for await (const page of this.bands.links(tx, discussionId, LIKENESS_THRESHOLD)) {
        for (const { a, b } of page) together.unite(a, b);
      }
    });
    return together.roots();
  }
}
