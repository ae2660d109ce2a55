import { Transactions } from '#lib/database';
import { SealedOriginals } from '#lib/files';
import { SealedAccounts } from '#lib/identity';
import { Injectable } from '@nestjs/common';
import type { Sender } from '../domain/sender.js';
import { SealedRows } from './sealed-rows.js';
import { type SealedSender, sealedSenderOf, Senders } from './senders.js';

const BATCH = 500;
const START = '00000000-0000-0000-0000-000000000000';

/** Work on all senders, a batch a transaction: it may be ended at any moment and is taken up again where rows are left to do. */
@Injectable()
export class Resealing {
  constructor(
    private readonly transactions: Transactions,
    private readonly senders: Senders,
    private readonly rows: SealedRows,
    private readonly accounts: SealedAccounts,
    private readonly originals: SealedOriginals,
  ) {}

  /** Ids of the keys by which anything is sealed: a sender, a text, an address (also of a subscriber), an upload as it came, or what officials' accounts have. */
  keysInUse(): Promise<string[]> {
    return this.transactions.run(async (tx) => {
      const rows = await tx.query<{ id: string }>('select distinct key_id as id from sealed_sender');
      const ids = rows.map(({ id }) => id);
      for (const others of [this.rows, this.accounts, this.originals]) ids.push(...(await others.keysInUse(tx)));
      return [...new Set(ids)];
    });
  }

  /** How many senders another key than `keyId` sealed. */
  left(keyId: string): Promise<number> {
    return this.transactions.run(async (tx) => {
      const [row] = await tx.query<{ all: number }>(
        'select count(*)::int as all from sealed_sender where key_id <> $1',
        [keyId],
      );
      return row?.all ?? 0;
    });
  }

  /** Seals anew every upload that another key than `keyId` sealed, one a transaction. @returns how many */
  async resealFiles(keyId: string): Promise<number> {
    let count = 0;
    while (await this.transactions.run((tx) => this.originals.resealOne(tx, keyId))) count += 1;
    return count;
  }

  /** Seals anew every text and every waiting or subscribed address that another key than `keyId` sealed, a batch a transaction. @returns how many */
  async resealTexts(keyId: string): Promise<number> {
    let all = 0;
    for (;;) {
      const done = await this.transactions.run((tx) => this.rows.reseal(tx, keyId));
      if (done === 0) return all;
      all += done;
    }
  }

  /** Seals a batch of what stood in clear before migration 37. @returns how many; 0 when nothing is left */
  sealClear(): Promise<number> {
    return this.transactions.run(async (tx) => {
      const rows = await tx.query<{ subjectId: string; sender: Sender }>(
        `select subject_id as "subjectId", sender from clear_sender order by subject_id limit ${BATCH} for update skip locked`,
      );
      const sealed = rows.map(({ subjectId, sender }) => ({
        subject_id: subjectId,
        ...this.senders.sealed(subjectId, sender),
      }));
      await tx.query(
        `with input as (${input}), gone as (delete from clear_sender c using input i where c.subject_id = i.subject_id)
         insert into sealed_sender (subject_id, key_id, sealed, email_index, bin_index, name_index)
         select subject_id, key_id, sealed, email_index, bin_index, name_index from input`,
        [JSON.stringify(sealed)],
      );
      return rows.length;
    });
  }

  /**
   * Seals anew a batch of what another key than `keyId` sealed.
   * @param after where the batch before ended
   * @returns where this one ends, undefined when none was left after `after`
   */
  reseal(keyId: string, after: string = START): Promise<{ readonly last: string; readonly count: number } | undefined> {
    return this.transactions.run(async (tx) => {
      const rows = await tx.query<{ sender: SealedSender; signature: string | null }>(
        `select ${sealedSenderOf('w')} as sender, encode(w.sealed_signature, 'base64') as signature from sealed_sender w
          where w.subject_id > $1 and w.key_id <> $2 order by w.subject_id limit ${BATCH} for update`,
        [after, keyId],
      );
      const last = rows.at(-1)?.sender.subjectId;
      if (last === undefined) return undefined;
      const sealed = rows.map(({ sender, signature }) => {
        const { subjectId, keyId: before } = sender;
        const signed = this.senders.signedText(subjectId, { keyId: before, signature });
        return { subject_id: subjectId, ...this.senders.sealed(subjectId, this.senders.whole(sender), signed) };
      });
      await tx.query(
        `with input as (${input})
         update sealed_sender w set key_id = i.key_id, sealed = i.sealed, sealed_signature = i.sealed_signature from input i where w.subject_id = i.subject_id`,
        [JSON.stringify(sealed)],
      );
      return { last, count: rows.length };
    });
  }
}

const input = `select * from json_to_recordset($1) as i
  (subject_id uuid, key_id text, sealed bytea, sealed_signature bytea, email_index bytea, bin_index bytea, name_index bytea)`;
