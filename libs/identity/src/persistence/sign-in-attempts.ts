import { createHash } from 'node:crypto';
import { Database } from '#lib/database';
import { newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

/** Failures per account and address within the window; the next one waits. */
const signInLimits = { attempts: 10, windowMinutes: 15 } as const;

/** Failures with codes are counted for the account wherever they come from: whoever tries codes knows the password. */
export const codeAccount = (email: string): string => `code of ${email}`;

const inWindow = `attempted_at > clock_timestamp() - interval '${signInLimits.windowMinutes} minutes'`;

@Injectable()
export class SignInAttempts {
  constructor(private readonly database: Database) {}

  /**
   * Counts an attempt before its password is looked at, so that many at once do not slip through together.
   * @returns seconds to wait when there were too many; then this one is not counted, and the wait does not grow
   */
  async begin(account: string, address: string): Promise<number | undefined> {
    const [key, id] = [keyOf(account, address), newId()];
    await this.database.query('insert into sign_in_attempt (id, key) values ($1, $2)', [id, key]);
    const [counted] = await this.database.query<{ attempts: number; wait: number }>(
      `select count(*)::int as attempts,
              ceil(extract(epoch from min(attempted_at) + interval '${signInLimits.windowMinutes} minutes' - clock_timestamp()))::int as wait
         from sign_in_attempt where key = $1 and ${inWindow}`,
      [key],
    );
    if (!counted || counted.attempts <= signInLimits.attempts) return undefined;
    await this.database.query('delete from sign_in_attempt where id = $1', [id]);
    return Math.max(1, counted.wait);
  }

  /** Forgets the failures of somebody who has signed in, and everybody's of long ago. */
  async forget(account: string, address: string): Promise<void> {
    await this.database.query(`delete from sign_in_attempt where key = $1 or not (${inWindow})`, [
      keyOf(account, address),
    ]);
  }
}

const keyOf = (account: string, address: string): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([account, address]))
    .digest();
