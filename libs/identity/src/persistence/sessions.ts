import { Database, type Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { newSessionToken, tokenHash } from '../session-token.js';
import { type Officer, officerColumns } from './officers.js';

/** By the database clock, as every portal sees it. */
const IDLE = `interval '30 minutes'`;
const ABSOLUTE = `interval '12 hours'`;
/** A page in quick succession is not worth a write. */
const TOUCH_AFTER = `interval '1 minute'`;

@Injectable()
export class Sessions {
  constructor(private readonly database: Database) {}

  /**
   * Opens a session of an active officer whose rights are still those that were just checked; others of theirs that have
   * ended are cleared away.
   * @returns its token; undefined when the account was deactivated or got another password meanwhile
   */
  async open(tx: Transaction, officerId: string, passwordHash: string): Promise<string | undefined> {
    const token = newSessionToken();
    await tx.query(
      `delete from officer_session
        where officer_id = $1 and (expires_at <= clock_timestamp() or seen_at <= clock_timestamp() - ${IDLE})`,
      [officerId],
    );
    const opened = await tx.query(
      `insert into officer_session (token_hash, officer_id, expires_at)
       select $1, o.id, clock_timestamp() + ${ABSOLUTE} from officer o
        where o.id = $2 and o.is_active and o.password_hash = $3 for share
       returning officer_id`,
      [tokenHash(token), officerId, passwordHash],
    );
    return opened.length > 0 ? token : undefined;
  }

  /** The officer of a live session, with the rights of this moment; the session is seen again. */
  async officerOf(token: string): Promise<Officer | undefined> {
    const hash = tokenHash(token);
    const [found] = await this.database.query<Officer & { isStale: boolean }>(
      `select ${officerColumns}, s.seen_at <= clock_timestamp() - ${TOUCH_AFTER} as "isStale"
         from officer_session s join officer o on o.id = s.officer_id
        where s.token_hash = $1 and o.is_active
          and s.expires_at > clock_timestamp() and s.seen_at > clock_timestamp() - ${IDLE}`,
      [hash],
    );
    if (!found) return undefined;
    const { isStale, ...officer } = found;
    if (isStale)
      await this.database.query('update officer_session set seen_at = clock_timestamp() where token_hash = $1', [hash]);
    return officer;
  }

  async close(token: string): Promise<void> {
    await this.database.query('delete from officer_session where token_hash = $1', [tokenHash(token)]);
  }
}
