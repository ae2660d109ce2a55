import type { Transaction } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { actorLabel, type LedgerAct } from '#lib/ledger';
import { intakeFault } from './intake-fault.js';
import { claimFiles, judge, type Sends } from './intake-queries.js';
import type { Judgement } from './intake-row.js';
import type { QueuedRow } from './queued-row.js';

/** Whether the attachments become the remark's by this writing, or were claimed with an entry before it. */
export type ClaimOfFiles = 'now' | 'before';

const RECORDED: LedgerAct = 'remark.recorded';

/** The rows of one discussion in an official's transaction, by the call that takes what comes on line. */
export async function writeRecorded(
  tx: Transaction,
  rows: readonly QueuedRow[],
  actor: Actor,
  claim: ClaimOfFiles,
): Promise<Judgement[]> {
  const sends: Sends = async (sql, parameters) => tx.query(sql, parameters);
  try {
    const judgements = await judge(sends, rows, actorLabel(actor), RECORDED);
    if (claim === 'now') await claimFiles(sends, rows, judgements);
    return judgements;
  } catch (error) {
    throw intakeFault(error, rows[0]?.row.discussion_id ?? '');
  }
}
