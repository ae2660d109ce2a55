import { Database } from '#lib/database';
import type { Actor, Page, PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { LedgerEntry } from '../domain/entry.js';
import { conditionValues, cursorOf, entryCondition, type EntryFilter, placeOf } from './entry-filter.js';
import { entryColumns } from './entry-rows.js';
import { assertMayReadLedger } from './may-read.js';

/** An act as it is read; it has no number and no hash until it is sealed. */
export interface ReadEntry extends LedgerEntry {
  readonly sequence: number | null;
  readonly hash: string | null;
}

export interface ChainState {
  readonly sealed: number;
  /** Acts that wait for the next sealing. */
  readonly pending: number;
  /** Of the last sealed entry, hex; null while there is none. */
  readonly head: string | null;
}

/** The ledger for those who look into it. */
@Injectable()
export class LedgerEntries {
  constructor(private readonly database: Database) {}

  /**
   * The newest first, a page at a time; a cursor of nobody's begins anew.
   * @throws DomainError `not-allowed` unless an administrator or the system asks
   */
  async list(filter: EntryFilter, { size, after }: PageRequest, actor: Actor): Promise<Page<ReadEntry>> {
    assertMayReadLedger(actor);
    const place = after === undefined ? undefined : placeOf(after);
    const rows = await this.database.query<ReadEntry>(
      `select ${entryColumns} from ledger_entry where ${entryCondition} order by at desc, id desc limit $9`,
      [...conditionValues(filter, place), size + 1],
    );
    const items = rows.slice(0, size);
    const last = items.at(-1);
    return rows.length > size && last ? { items, next: cursorOf(last) } : { items };
  }

  /** Every one of them, read piece by piece while it is asked for. @throws as `list` */
  async *all(filter: EntryFilter, actor: Actor): AsyncGenerator<ReadEntry> {
    let after: string | undefined;
    do {
      const page: Page<ReadEntry> = await this.list(filter, { size: 1_000, ...(after ? { after } : {}) }, actor);
      yield* page.items;
      after = page.next;
    } while (after !== undefined);
  }

  /** How far the chain goes, without walking it (`VerifyLedger` does). @throws as `list` */
  async chain(actor: Actor): Promise<ChainState> {
    assertMayReadLedger(actor);
    const [state] = await this.database.query<ChainState>(
      `select coalesce(last.sequence, 0) as sealed, encode(last.hash, 'hex') as head,
              (select count(*)::int from ledger_entry where sequence is null) as pending
         from (values (1)) as one (n)
         left join lateral (
           select sequence, hash from ledger_entry where sequence is not null order by sequence desc limit 1) as last on true`,
    );
    return state ?? { sealed: 0, pending: 0, head: null };
  }
}
