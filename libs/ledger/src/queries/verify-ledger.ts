import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { entryHash, GENESIS } from '../domain/entry.js';
import { sha256 } from '../sha256.js';
import { entryColumns, type EntryRow } from './entry-rows.js';

export type Verdict =
  | { readonly whole: true; readonly entries: number; readonly pending: number; readonly head: string }
  | ({ readonly whole: false; readonly sequence: number; readonly id: string } & Fault);

interface Fault {
  readonly kind: 'missing' | 'order' | 'content';
  /** In words, for the command line. */
  readonly fault: string;
}

const PAGE = 5_000;

@Injectable()
export class VerifyLedger {
  constructor(private readonly database: Database) {}

  /** Walks the chain from its first entry and names the first that does not follow from the one before (REQ-115). */
  async execute(): Promise<Verdict> {
    let head = GENESIS;
    let checked = 0;
    for (;;) {
      const rows = await this.database.query<EntryRow>(
        `select ${entryColumns} from ledger_entry where sequence > $1 order by sequence limit ${PAGE}`,
        [checked],
      );
      for (const row of rows) {
        const fault = faultOf(row, head, checked + 1);
        if (fault) return { whole: false, sequence: row.sequence, id: row.id, ...fault };
        head = row.hash;
        checked += 1;
      }
      if (rows.length < PAGE) return { whole: true, entries: checked, pending: await this.pending(), head };
    }
  }

  private async pending(): Promise<number> {
    const [row] = await this.database.query<{ pending: number }>(
      'select count(*)::int as pending from ledger_entry where sequence is null',
    );
    return row?.pending ?? 0;
  }
}

function faultOf(row: EntryRow, head: string, expected: number): Fault | undefined {
  if (row.sequence !== expected) return { kind: 'missing', fault: `entry ${expected} is missing` };
  if (row.previous !== head) return { kind: 'order', fault: 'it does not follow the entry before it' };
  if (entryHash(head, row, sha256) === row.hash) return undefined;
  return { kind: 'content', fault: 'its content does not match its hash' };
}
