import { Transactions } from '#lib/database';
import { normalisedText } from '#lib/discussion';
import { Injectable } from '@nestjs/common';
import { signatureHex, signatureOf } from '../../domain/similarity/signature.js';
import { GroupingRuns } from '../../persistence/grouping/grouping-runs.js';
import { START, type TextPage, TextSignatures } from '../../persistence/grouping/text-signatures.js';

/** Remarks a page: some megabytes of text in memory at most. */
const PAGE = 1_000;

/** The first stage of `SuggestGroups`. */
@Injectable()
export class SignTexts {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: GroupingRuns,
    private readonly signatures: TextSignatures,
  ) {}

  /** Gives each text of the discussion that has none its signature, page by page. */
  async execute(runId: string, discussionId: string): Promise<void> {
    let done = 0;
    let no = await this.signatures.nextNo(discussionId);
    let page = await this.signatures.page(discussionId, START, PAGE);
    while (page) {
      done += page.remarks;
      // The database reads the next page while this one is signed; a text that both have is left out by its hash.
      const next = this.signatures.page(discussionId, page.end, PAGE);
      const [following] = await Promise.all([next, this.add(runId, discussionId, { page, no, done })]);
      no += page.texts.length;
      page = following;
    }
  }

  private add(runId: string, discussionId: string, { page, no, done }: { page: TextPage; no: number; done: number }) {
    const signed = page.texts.map(({ hash, body }, place) => ({
      no: no + place,
      hash,
      signature: signatureHex(signatureOf(normalisedText(body))),
    }));
    return this.transactions.run(async (tx) => {
      if (signed.length > 0) await this.signatures.add(tx, discussionId, signed);
      await this.runs.progress(tx, runId, 'READING', done);
    });
  }
}
