import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { entryHash, GENESIS } from '../domain/entry.js';
import type { ChainFault, KnownHead, Verdict } from '../domain/verdict.js';
import { sha256 } from '../sha256.js';
import { entryColumns, type EntryRow } from './entry-rows.js';

/** So many are hashed before others get their turn. */
const PAGE = 1_000;

@Injectable()
export class VerifyLedger {
  constructor(private readonly database: Database) {}

  /**
   * Walks the chain from its first entry and names the first that does not follow from the one before (REQ-115).
   * @param known where it was last found whole: it still goes through that hash
   * @param signal ends the walk, by its reason as the error
   */
  async execute(known?: KnownHead, signal?: AbortSignal): Promise<Verdict> {
    let head = GENESIS;
    let entries = 0;
    const pending = await this.pending();
    for (;;) {
      signal?.throwIfAborted();
      const rows = await this.database.query<EntryRow>(
        `select ${entryColumns} from ledger_entry where sequence > $1 order by sequence limit ${PAGE}`,
        [entries],
      );
      for (const row of rows) {
        const fault = faultOf(row, head, entries + 1, known);
        if (fault) return { entries, head, pending, broken: { sequence: row.sequence, id: row.id, fault } };
        head = row.hash;
        entries += 1;
      }
      if (rows.length === PAGE) continue;
      const isShorter = known !== undefined && entries < known.entries;
      const broken = isShorter ? { sequence: entries + 1, id: null, fault: 'shorter' as const } : null;
      return { entries, head, pending, broken };
    }
  }

  private async pending(): Promise<number> {
    const [row] = await this.database.query<{ pending: number }>(
      'select count(*)::int as pending from ledger_entry where sequence is null',
    );
    return row?.pending ?? 0;
  }
}

function faultOf(row: EntryRow, head: string, expected: number, known?: KnownHead): ChainFault | undefined {
  if (row.sequence !== expected) return 'missing';
  if (row.previous !== head) return 'order';
  if (entryHash(head, row, sha256) !== row.hash) return 'content';
  return row.sequence === known?.entries && row.hash !== known.head ? 'rewritten' : undefined;
}
