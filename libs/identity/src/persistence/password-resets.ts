import type { Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';

const TERM = `interval '1 hour'`;
/** Letters to one account within the hour: more are asked for by nobody who reads them. */
const AT_MOST = 3;
/** SQL on password_reset. */
export const isOpenReset = 'used_at is null and expires_at > clock_timestamp()';

@Injectable()
export class PasswordResets {
  /** @returns whether a letter is owed: not after three within the hour */
  async insert(
    tx: Transaction,
    reset: { id: string; officerId: string; tokenHash: Buffer; sealedToken: Buffer },
  ): Promise<boolean> {
    const { id, officerId, tokenHash, sealedToken } = reset;
    await tx.query('select from officer where id = $1 for update', [officerId]);
    const inserted = await tx.query(
      `insert into password_reset (id, officer_id, token_hash, sealed_token, expires_at)
       select $1::uuid, $2::uuid, $3::bytea, $4::bytea, clock_timestamp() + ${TERM}
        where (select count(*) from password_reset
                where officer_id = $2::uuid and created_at > clock_timestamp() - ${TERM}) < ${AT_MOST}
       returning id`,
      [id, officerId, tokenHash, sealedToken],
    );
    return inserted.length > 0;
  }

  /** Whose open link it is. */
  async officerOf(tx: Transaction, tokenHash: Buffer): Promise<string | undefined> {
    const [found] = await tx.query<{ officerId: string }>(
      `select officer_id as "officerId" from password_reset
        where token_hash = $1 and ${isOpenReset}`,
      [tokenHash],
    );
    return found?.officerId;
  }

  /** Uses a link up: of two at once, one. The new password uses up every other of the officer. */
  async use(tx: Transaction, tokenHash: Buffer): Promise<boolean> {
    const used = await tx.query(
      `update password_reset set used_at = clock_timestamp(), sealed_token = null
        where token_hash = $1 and ${isOpenReset} returning id`,
      [tokenHash],
    );
    return used.length > 0;
  }
}
