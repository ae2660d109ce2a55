import type { Queryable, Transaction } from '#lib/database';
import type { Seal, Sealed } from '#lib/privacy';

const placeOf = (fileId: string): string => `sealed_original ${fileId}`;

/** Uploads as they came, sealed: for a later check, and for the one who must prove what was sent (decision 27). */
export class SealedOriginals {
  constructor(private readonly seal: Seal) {}

  /** The bytes under seal, to be kept: work that no transaction waits for. */
  sealed(fileId: string, content: Buffer): Sealed {
    return this.seal.sealBytes(placeOf(fileId), content);
  }

  /** Keeps the bytes once; a file that has an original keeps that. */
  async keep(tx: Transaction, fileId: string, { keyId, bytes }: Sealed): Promise<void> {
    await tx.query(
      'insert into sealed_original (file_id, key_id, sealed) values ($1, $2, $3) on conflict (file_id) do nothing',
      [fileId, keyId, bytes],
    );
  }

  /** Keeps an original from being taken until the transaction ends. @returns whether there still is one */
  async hold(tx: Transaction, fileId: string): Promise<boolean> {
    const held = await tx.query('select from sealed_original where file_id = $1 for key share', [fileId]);
    return held.length > 0;
  }

  async drop(tx: Transaction, fileId: string): Promise<void> {
    await tx.query('delete from sealed_original where file_id = $1', [fileId]);
  }

  /** Undefined for a file that is shown as it came. @throws Error when the seal does not open */
  async of(from: Queryable, fileId: string): Promise<Buffer | undefined> {
    const [row] = await from.query<Sealed>(
      'select key_id as "keyId", sealed as bytes from sealed_original where file_id = $1',
      [fileId],
    );
    return row && this.seal.openBytes(placeOf(fileId), row);
  }

  async keysInUse(tx: Transaction): Promise<string[]> {
    const rows = await tx.query<{ id: string }>('select distinct key_id as id from sealed_original');
    return rows.map(({ id }) => id);
  }

  /** Seals anew one original that another key than `keyId` sealed. @returns whether there was one */
  async resealOne(tx: Transaction, keyId: string): Promise<boolean> {
    const [row] = await tx.query<Sealed & { fileId: string }>(
      `select file_id as "fileId", key_id as "keyId", sealed as bytes from sealed_original
        where key_id <> $1 limit 1 for update`,
      [keyId],
    );
    if (!row) return false;
    const place = placeOf(row.fileId);
    const anew = this.seal.sealBytes(place, this.seal.openBytes(place, row));
    await tx.query('update sealed_original set key_id = $2, sealed = $3 where file_id = $1', [
      row.fileId,
      anew.keyId,
      anew.bytes,
    ]);
    return true;
  }
}
