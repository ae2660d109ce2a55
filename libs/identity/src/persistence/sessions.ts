import { Database, type Queryable, type Transaction } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { SessionPlace } from '../domain/session-place.js';
import { newSessionToken, tokenHash } from '../session-token.js';
import { type Officer, officerColumns } from './officers.js';

/** By the database clock, as every portal sees it. */
const IDLE = `interval '30 minutes'`;
const ABSOLUTE = `interval '12 hours'`;
/** For how long a session that proved its person is there may sign, hide and change factors. */
const RECENT = `interval '15 minutes'`;
/** A page in quick succession is not worth a write. */
const TOUCH_AFTER = `interval '1 minute'`;
const isLive = `s.expires_at > clock_timestamp() and s.seen_at > clock_timestamp() - ${IDLE}`;

/** What was checked before a session is opened; it is not opened when any of it changed meanwhile. */
export interface Checked {
  readonly officerId: string;
  readonly passwordHash: string;
  /** Whether a code was asked for too. */
  readonly byFactor: boolean;
}

export interface LiveSession {
  readonly id: string;
  readonly officer: Officer;
  readonly hasFactor: boolean;
  /** Whether password, and code, were given within the last 15 minutes. */
  readonly isRecent: boolean;
}

export interface ListedSession extends SessionPlace {
  readonly id: string;
  readonly openedAt: Instant;
  readonly seenAt: Instant;
}

@Injectable()
export class Sessions {
  constructor(private readonly database: Database) {}

  /**
   * Opens a session of an active officer whose rights are still those that were just checked; others of theirs that have
   * ended are cleared away.
   * @returns its token; undefined when the account was deactivated, or got another password or factor meanwhile
   */
  async open(tx: Transaction, checked: Checked, place: SessionPlace): Promise<string | undefined> {
    const token = newSessionToken();
    await tx.query(
      `delete from officer_session
        where officer_id = $1 and (expires_at <= clock_timestamp() or seen_at <= clock_timestamp() - ${IDLE})`,
      [checked.officerId],
    );
    const opened = await tx.query(
      `insert into officer_session (id, token_hash, officer_id, expires_at, address_block, device)
       select gen_random_uuid(), $1, o.id, clock_timestamp() + ${ABSOLUTE}, $5, $6 from officer o
        where o.id = $2 and o.is_active and o.password_hash = $3
          and exists (select from officer_factor f where f.officer_id = o.id) = $4 for share
       returning officer_id`,
      [tokenHash(token), checked.officerId, checked.passwordHash, checked.byFactor, place.addressBlock, place.device],
    );
    return opened.length > 0 ? token : undefined;
  }

  /**
   * Lets a person who has just changed password or factor go on under a new id, after every session of theirs was ended.
   * @param old as `before` read it
   */
  async openAnew(tx: Transaction, officerId: string, old: SessionPlace): Promise<string> {
    const token = newSessionToken();
    await tx.query(
      `insert into officer_session (id, token_hash, officer_id, expires_at, address_block, device)
       values (gen_random_uuid(), $1, $2, clock_timestamp() + ${ABSOLUTE}, $3, $4)`,
      [tokenHash(token), officerId, old.addressBlock, old.device],
    );
    return token;
  }

  /** Where a session was opened, to be read before a change that ends it. */
  async before(tx: Transaction, sessionId: string): Promise<SessionPlace> {
    const [place] = await tx.query<SessionPlace>(
      'select address_block as "addressBlock", device from officer_session where id = $1',
      [sessionId],
    );
    return place ?? { addressBlock: '', device: '' };
  }

  /** The live session of a token, with the rights of its officer at this moment; it is seen again. */
  async current(token: string): Promise<LiveSession | undefined> {
    const hash = tokenHash(token);
    const [found] = await this.database.query<
      Officer & { sessionId: string; hasFactor: boolean; isRecent: boolean; isStale: boolean }
    >(
      `select ${officerColumns}, s.id as "sessionId", s.seen_at <= clock_timestamp() - ${TOUCH_AFTER} as "isStale",
              s.confirmed_at > clock_timestamp() - ${RECENT} as "isRecent",
              exists (select from officer_factor f where f.officer_id = o.id) as "hasFactor"
         from officer_session s join officer o on o.id = s.officer_id
        where s.token_hash = $1 and o.is_active and ${isLive}`,
      [hash],
    );
    if (!found) return undefined;
    const { isStale, sessionId, hasFactor, isRecent, ...officer } = found;
    if (isStale)
      await this.database.query('update officer_session set seen_at = clock_timestamp() where token_hash = $1', [hash]);
    return { id: sessionId, officer, hasFactor, isRecent };
  }

  /** The live ones of an officer, the last seen first. */
  async list(officerId: string): Promise<ListedSession[]> {
    return this.database.query<ListedSession>(
      `select s.id, s.address_block as "addressBlock", s.device, s.created_at as "openedAt", s.seen_at as "seenAt"
         from officer_session s where s.officer_id = $1 and ${isLive} order by s.seen_at desc, s.id`,
      [officerId],
    );
  }

  async confirm(q: Queryable, sessionId: string): Promise<void> {
    await q.query('update officer_session set confirmed_at = clock_timestamp() where id = $1', [sessionId]);
  }

  /** @returns the ids that were ended: the one named, if it is the officer's */
  async end(tx: Transaction, officerId: string, sessionId: string): Promise<string[]> {
    return idsOf(
      await tx.query<{ id: string }>('delete from officer_session where officer_id = $1 and id = $2 returning id', [
        officerId,
        sessionId,
      ]),
    );
  }

  /** @returns the ids that were ended: every one of the officer's but this */
  async endOthers(tx: Transaction, officerId: string, kept: string): Promise<string[]> {
    return idsOf(
      await tx.query<{ id: string }>('delete from officer_session where officer_id = $1 and id <> $2 returning id', [
        officerId,
        kept,
      ]),
    );
  }

  async close(token: string): Promise<void> {
    await this.database.query('delete from officer_session where token_hash = $1', [tokenHash(token)]);
  }
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
