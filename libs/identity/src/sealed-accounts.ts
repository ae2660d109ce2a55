import { type Transaction, Transactions } from '#lib/database';
import type { Seal } from '#lib/privacy';
import { aboutFactor } from './factor-check.js';
import { isOpenInvitation } from './persistence/invitations.js';
import { isOpenReset } from './persistence/password-resets.js';
import { sealedBy, Sealing } from './sealing.js';

/** What of officials' accounts is sealed, for a rotation of the keys. */
export class SealedAccounts {
  private readonly sealing: Sealing;

  constructor(
    private readonly transactions: Transactions,
    seal: Seal,
  ) {
    this.sealing = new Sealing(seal);
  }

  /**
   * Ids of the keys by which a second factor, or a link on its way into a letter, is sealed. A link that is no longer open holds no
   * key: its letter is not sent any more.
   */
  async keysInUse(tx: Transaction): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select ${sealedBy('sealed_secret')} as id from officer_factor
       union select ${sealedBy('sealed_token')} from officer_invitation where sealed_token is not null and ${isOpenInvitation}
       union select ${sealedBy('sealed_token')} from password_reset where sealed_token is not null and ${isOpenReset}`,
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Seals anew every second factor that another key than `keyId` sealed. Their owners sign in again, with the same authenticator; a
   * link keeps its key until its letter is sent, or it is open no more.
   * @returns how many
   */
  reseal(keyId: string): Promise<number> {
    return this.transactions.run(async (tx) => {
      const rows = await tx.query<{ officerId: string; secret: Buffer }>(
        `select officer_id as "officerId", sealed_secret as secret from officer_factor
          where ${sealedBy('sealed_secret')} <> $1 order by officer_id for update`,
        [keyId],
      );
      for (const { officerId, secret } of rows) {
        const about = aboutFactor(officerId);
        const anew = this.sealing.seal(this.sealing.open(secret, about), about);
        await tx.query('update officer_factor set sealed_secret = $2 where officer_id = $1', [officerId, anew]);
      }
      return rows.length;
    });
  }
}
