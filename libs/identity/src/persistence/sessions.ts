import { Database, type Queryable, type Transaction } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { newToken, tokenHash } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import type { SessionPlace } from '../domain/session-place.js';
import { type Officer, officerColumns } from './officers.js';

/** By the database clock, as every portal sees it. */
const IDLE = `interval '30 minutes'`;
const ABSOLUTE = `interval '12 hours'`;
/** For how long a session that proved its person is there may sign, hide and change factors. */
const RECENT = `interval '15 minutes'`;
/** How long a provider's word waits for our code. */
const PROVED = `interval '5 minutes'`;
/** A page in quick succession is not worth a write. */
const TOUCH_AFTER = `interval '1 minute'`;
const ownFactor = 'exists (select from officer_factor f where f.officer_id = o.id)';
const isLive = `s.expires_at > clock_timestamp() and s.seen_at > clock_timestamp() - ${IDLE}`;

/** What was checked before a session is opened; it is not opened when any of it changed meanwhile. */
export interface Checked {
  readonly officerId: string;
  readonly passwordHash: string;
  /** Whether a code was asked for too. */
  readonly byFactor: boolean;
  /** Of a session that a provider opens. */
  readonly provider?: ProviderAct;
}

/** A provider knew the person. */
export interface ProviderAct {
  readonly issuer: string;
  /** Whether it asked for a second factor, so that ours is not asked for. */
  readonly hasFactor: boolean;
  /** Whether they proved to it who they are; when it merely still knew them, nobody confirmed that they are there. */
  readonly isProvedAnew: boolean;
}

/** What a session keeps when it goes on under another token. */
export interface SessionBefore extends SessionPlace {
  readonly issuer: string | null;
  readonly hasProviderFactor: boolean;
}

export interface LiveSession {
  readonly id: string;
  readonly officer: Officer;
  /** Of our own or of the provider that opened the session. */
  readonly hasFactor: boolean;
  /** The provider that opened it; null: a password. */
  readonly issuer: string | null;
  /** Whether a confirmation asks for a code of ours. */
  readonly asksCode: boolean;
  /** The provider said within the last five minutes that the person is there; their code is to come. */
  readonly isProved: boolean;
  /** Whether password, and code, were given within the last 15 minutes, or the provider had who it is proved anew. */
  readonly isRecent: boolean;
}

export interface ProvedSession {
  readonly officerId: string;
  readonly issuer: string | null;
  readonly hasProviderFactor: boolean;
  readonly isProved: boolean;
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
    const token = newToken();
    await tx.query(
      `delete from officer_session
        where officer_id = $1 and (expires_at <= clock_timestamp() or seen_at <= clock_timestamp() - ${IDLE})`,
      [checked.officerId],
    );
    const opened = await tx.query(
      `insert into officer_session
         (id, token_hash, officer_id, expires_at, address_block, device, issuer, has_provider_factor, confirmed_at)
       select gen_random_uuid(), $1, o.id, clock_timestamp() + ${ABSOLUTE}, $5, $6, $7, $8,
              case when $9 then clock_timestamp() else '-infinity' end
         from officer o
        where o.id = $2 and o.is_active and o.password_hash = $3
          and ($8 or exists (select from officer_factor f where f.officer_id = o.id) = $4) for share
       returning officer_id`,
      [
        tokenHash(token),
        checked.officerId,
        checked.passwordHash,
        checked.byFactor,
        place.addressBlock,
        place.device,
        checked.provider?.issuer ?? null,
        checked.provider?.hasFactor ?? false,
        checked.provider?.isProvedAnew ?? true,
      ],
    );
    return opened.length > 0 ? token : undefined;
  }

  /**
   * Lets a person who has just changed password or factor go on under a new id, after every session of theirs was ended.
   * @param old as `before` read it
   */
  async openAnew(tx: Transaction, officerId: string, old: SessionBefore): Promise<string> {
    const token = newToken();
    await tx.query(
      `insert into officer_session
         (id, token_hash, officer_id, expires_at, address_block, device, issuer, has_provider_factor)
       values (gen_random_uuid(), $1, $2, clock_timestamp() + ${ABSOLUTE}, $3, $4, $5, $6)`,
      [tokenHash(token), officerId, old.addressBlock, old.device, old.issuer, old.hasProviderFactor],
    );
    return token;
  }

  /** Where a session was opened, to be read before a change that ends it. */
  async before(tx: Transaction, sessionId: string): Promise<SessionBefore> {
    const [before] = await tx.query<SessionBefore>(
      `select address_block as "addressBlock", device, issuer, has_provider_factor as "hasProviderFactor"
         from officer_session where id = $1`,
      [sessionId],
    );
    return before ?? { addressBlock: '', device: '', issuer: null, hasProviderFactor: false };
  }

  /** The live session of a token, with the rights of its officer at this moment; it is seen again. */
  async current(token: string): Promise<LiveSession | undefined> {
    const hash = tokenHash(token);
    const [found] = await this.database.query<
      Officer & Omit<LiveSession, 'id' | 'officer'> & { sessionId: string; isStale: boolean }
    >(
      `select ${officerColumns}, s.id as "sessionId", s.issuer, s.seen_at <= clock_timestamp() - ${TOUCH_AFTER} as "isStale",
              s.confirmed_at > clock_timestamp() - ${RECENT} as "isRecent",
              s.has_provider_factor or ${ownFactor} as "hasFactor",
              ${ownFactor} as "asksCode",
              coalesce(s.proved_at > clock_timestamp() - ${PROVED}, false) as "isProved"
         from officer_session s join officer o on o.id = s.officer_id
        where s.token_hash = $1 and o.is_active and ${isLive}`,
      [hash],
    );
    if (!found) return undefined;
    const { isStale, sessionId, hasFactor, isRecent, issuer, asksCode, isProved, ...officer } = found;
    if (isStale)
      await this.database.query('update officer_session set seen_at = clock_timestamp() where token_hash = $1', [hash]);
    return { id: sessionId, officer, hasFactor, isRecent, issuer, asksCode, isProved };
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
    await q.query('update officer_session set confirmed_at = clock_timestamp(), proved_at = null where id = $1', [
      sessionId,
    ]);
  }

  /** Notes that the provider said who is there. */
  async prove(tx: Transaction, sessionId: string): Promise<void> {
    await tx.query('update officer_session set proved_at = clock_timestamp() where id = $1', [sessionId]);
  }

  /** Whose a session is, without a lock: their account is to be locked before it. */
  async ownerOf(tx: Transaction, sessionId: string): Promise<string | undefined> {
    const [found] = await tx.query<{ officerId: string }>(
      'select officer_id as "officerId" from officer_session where id = $1',
      [sessionId],
    );
    return found?.officerId;
  }

  /** A live session, locked: whose it is, and what its provider said. */
  async locked(tx: Transaction, sessionId: string): Promise<ProvedSession | undefined> {
    const [found] = await tx.query<ProvedSession>(
      `select s.officer_id as "officerId", s.issuer,
              s.has_provider_factor as "hasProviderFactor",
              coalesce(s.proved_at > clock_timestamp() - ${PROVED}, false) as "isProved"
         from officer_session s where s.id = $1 and ${isLive} for update`,
      [sessionId],
    );
    return found;
  }

  /** Ends those that a provider opened: it gives the officer no right any more. */
  async endByProvider(tx: Transaction, officerId: string, issuer: string): Promise<void> {
    await tx.query('delete from officer_session where officer_id = $1 and issuer = $2', [officerId, issuer]);
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
