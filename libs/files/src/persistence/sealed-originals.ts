import type { Queryable, Transaction } from '#lib/database';
import type { Seal } from '#lib/privacy';

interface Row {
  readonly keyId: string;
  readonly bytes: Buffer;
}

const placeOf = (fileId: string): string => `sealed_original ${fileId}`;

/** Uploads as they came, sealed: for a later check, and for the one who must prove what was sent (decision 27). */
export class SealedOriginals {
  constructor(private readonly seal: Seal) {}

  /** Keeps the bytes once; a file that has an original keeps that. */
  async keep(tx: Transaction, fileId: string, content: Buffer): Promise<void> {
    const { keyId, bytes } = this.seal.sealBytes(placeOf(fileId), content);
    await tx.query(
      'insert into sealed_original (file_id, key_id, sealed) values ($1, $2, $3) on conflict (file_id) do nothing',
      [fileId, keyId, bytes],
    );
  }

  /** Undefined for a file that is shown as it came. @throws Error when the seal does not open */
  async of(from: Queryable, fileId: string): Promise<Buffer | undefined> {
    const [row] = await from.query<Row>(
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
    const [row] = await tx.query<Row & { fileId: string }>(
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
