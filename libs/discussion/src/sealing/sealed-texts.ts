import type { Queryable, Transaction } from '#lib/database';
import { Seal } from '#lib/privacy';
import { Inject, Injectable } from '@nestjs/common';
import { SENDER_SEAL } from './senders.js';

interface SealedRow {
  readonly id: string;
  readonly keyId: string;
  /** Base 64. */
  readonly sealed: string;
}

const BATCH = 500;
const columns = `id, key_id as "keyId", encode(sealed, 'base64') as sealed`;
const placeOf = (id: string): string => `sealed_text ${id}`;

/** The one face through which words are sealed and opened that no reader of the database may have (decision 28). */
@Injectable()
export class SealedTexts {
  constructor(@Inject(SENDER_SEAL) private readonly seal: Seal) {}

  /** @param id of the hiding or the objection: the seal opens nowhere else */
  async add(tx: Transaction, id: string, remarkId: string, text: string): Promise<void> {
    const { keyId, bytes } = this.seal.seal(placeOf(id), text);
    await tx.query('insert into sealed_text (id, remark_id, key_id, sealed) values ($1, $2, $3, $4)', [
      id,
      remarkId,
      keyId,
      bytes,
    ]);
  }

  /** Undefined when there is none, or it was erased. @throws Error when it does not open: altered, or the key is missing */
  async open(from: Queryable, id: string): Promise<string | undefined> {
    const [row] = await from.query<SealedRow>(`select ${columns} from sealed_text where id = $1`, [id]);
    return row && this.seal.open(placeOf(id), { keyId: row.keyId, bytes: Buffer.from(row.sealed, 'base64') });
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.query('delete from sealed_text where id = $1', [id]);
  }

  /** Everything of one remark: what an erasure takes. */
  async removeOf(tx: Transaction, remarkId: string): Promise<void> {
    await tx.query('delete from sealed_text where remark_id = $1', [remarkId]);
  }

  async keysInUse(q: Queryable): Promise<string[]> {
    const rows = await q.query<{ id: string }>('select distinct key_id as id from sealed_text');
    return rows.map(({ id }) => id);
  }

  /** Seals anew a batch of what another key sealed. @returns how many; 0 when none was left */
  async reseal(tx: Transaction, keyId: string): Promise<number> {
    const rows = await tx.query<SealedRow>(
      `select ${columns} from sealed_text where key_id <> $1 order by key_id, id limit ${BATCH} for update`,
      [keyId],
    );
    for (const { id, ...row } of rows) {
      const text = this.seal.open(placeOf(id), { keyId: row.keyId, bytes: Buffer.from(row.sealed, 'base64') });
      const anew = this.seal.seal(placeOf(id), text);
      await tx.query('update sealed_text set key_id = $2, sealed = $3 where id = $1', [id, anew.keyId, anew.bytes]);
    }
    return rows.length;
  }
}
