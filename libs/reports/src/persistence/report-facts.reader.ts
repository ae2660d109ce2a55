import type { Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';
import type { ReportFacts } from '../domain/report-facts.js';
import { readDraftFacts } from './read-draft-facts.js';
import { readRemarks } from './read-remarks.js';

/** Reads everything a report is made of; the caller holds the discussion's lock alone, so the facts stand still. */
@Injectable()
export class ReportFactsReader {
  async read(tx: Transaction, discussionId: string): Promise<ReportFacts> {
    const draft = await readDraftFacts(tx, discussionId);
    const remarks = await readRemarks(tx, discussionId);
    const [register] = await tx.query<{ late: number }>(
      'select count(*)::int as late from late_arrival where discussion_id = $1',
      [discussionId],
    );
    return { ...draft, remarks, late: register?.late ?? 0 };
  }
}
