import type { Queryable, Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';

export interface StoredFactor {
  readonly sealedSecret: Buffer;
  /** Seconds since 1970 by the database clock. */
  readonly epoch: number;
}

@Injectable()
export class Factors {
  /** Until the end of the transaction nobody else changes the officer's factor or recovery codes. */
  async lock(tx: Transaction, officerId: string): Promise<void> {
    await tx.query('select from officer where id = $1 for update', [officerId]);
  }

  async of(q: Queryable, officerId: string): Promise<StoredFactor | undefined> {
    const [factor] = await q.query<StoredFactor>(
      `select sealed_secret as "sealedSecret", extract(epoch from clock_timestamp())::float8 as epoch
         from officer_factor where officer_id = $1`,
      [officerId],
    );
    return factor;
  }

  async now(q: Queryable): Promise<number> {
    const [row] = await q.query<{ epoch: number }>('select extract(epoch from clock_timestamp())::float8 as epoch');
    return row?.epoch ?? 0;
  }

  /** Sets the officer's one factor; every session of theirs ends. @param step of the code that proved it, used up with it */
  async set(tx: Transaction, officerId: string, sealedSecret: Buffer, step: number): Promise<void> {
    await tx.query(
      `insert into officer_factor (officer_id, sealed_secret, last_step) values ($1, $2, $3)
       on conflict (officer_id) do update
         set sealed_secret = excluded.sealed_secret, last_step = excluded.last_step, enrolled_at = clock_timestamp()`,
      [officerId, sealedSecret, step],
    );
  }

  /** Takes the factor and its recovery codes away; every session ends. @returns whether there was one */
  async remove(tx: Transaction, officerId: string): Promise<boolean> {
    await tx.query('delete from recovery_code where officer_id = $1', [officerId]);
    const removed = await tx.query('delete from officer_factor where officer_id = $1 returning officer_id', [
      officerId,
    ]);
    return removed.length > 0;
  }

  /** Uses up a step of the clock. @returns whether it was still unused: of two at once, one */
  async takeStep(tx: Transaction, officerId: string, step: number): Promise<boolean> {
    const taken = await tx.query(
      'update officer_factor set last_step = $2 where officer_id = $1 and last_step < $2 returning officer_id',
      [officerId, step],
    );
    return taken.length > 0;
  }

  async takeRecoveryCode(tx: Transaction, officerId: string, codeHash: Buffer): Promise<boolean> {
    const taken = await tx.query(
      `update recovery_code set used_at = clock_timestamp()
        where officer_id = $1 and code_hash = $2 and used_at is null returning officer_id`,
      [officerId, codeHash],
    );
    return taken.length > 0;
  }

  async replaceRecoveryCodes(tx: Transaction, officerId: string, codeHashes: readonly Buffer[]): Promise<void> {
    await tx.query('delete from recovery_code where officer_id = $1', [officerId]);
    await tx.query('insert into recovery_code (officer_id, code_hash) select $1, unnest($2::bytea[])', [
      officerId,
      codeHashes,
    ]);
  }

  /** Recovery codes that are left. */
  async recoveryCodesOf(q: Queryable, officerId: string): Promise<number> {
    const [row] = await q.query<{ left: number }>(
      'select count(*)::int as left from recovery_code where officer_id = $1 and used_at is null',
      [officerId],
    );
    return row?.left ?? 0;
  }
}
