import { Database, type Queryable, type Transaction } from '#lib/database';
import { type Instant, isId, newId, type Role } from '#lib/kernel';
import { tokenHash } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { type TokenAccess, type TokenFacts, tokenPrefix } from '../domain/api-token.js';
import type { Officer } from './officers.js';

/** A program in quick succession is not worth a write. */
const TOUCH_AFTER = `interval '1 minute'`;

export interface ListedToken {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly roles: readonly Role[];
  readonly access: TokenAccess;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly hasExpired: boolean;
}

export interface TokenHolder {
  readonly officer: Officer;
  readonly hasFactor: boolean;
  readonly access: TokenAccess;
}

@Injectable()
export class ApiTokens {
  constructor(private readonly database: Database) {}

  async insert(tx: Transaction, officerId: string, token: string, facts: TokenFacts): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into api_token (id, officer_id, name, prefix, token_hash, roles, access, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(days => $8))`,
      [id, officerId, facts.name, tokenPrefix(token), tokenHash(token), facts.roles, facts.access, facts.days],
    );
    return id;
  }

  /** Of an officer, the newest first; revoked ones are gone. */
  async list(officerId: string): Promise<ListedToken[]> {
    return this.database.query<ListedToken>(
      `select id, name, prefix, roles, access, created_at as "createdAt", expires_at as "expiresAt",
              last_used_at as "lastUsedAt", expires_at <= clock_timestamp() as "hasExpired"
         from api_token where officer_id = $1 and revoked_at is null order by created_at desc, id desc limit 100`,
      [officerId],
    );
  }

  async count(q: Queryable, officerId: string): Promise<number> {
    const [row] = await q.query<{ count: number }>(
      'select count(*)::int as count from api_token where officer_id = $1 and revoked_at is null',
      [officerId],
    );
    return row?.count ?? 0;
  }

  async revoke(tx: Transaction, officerId: string, id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const revoked = await tx.query(
      `update api_token set revoked_at = clock_timestamp()
        where officer_id = $1 and id = $2 and revoked_at is null returning id`,
      [officerId, id],
    );
    return revoked.length > 0;
  }

  async revokeAll(tx: Transaction, officerId: string): Promise<void> {
    await tx.query('update api_token set revoked_at = clock_timestamp() where officer_id = $1 and revoked_at is null', [
      officerId,
    ]);
  }

  /** Whose living token it is, with the roles that token and officer both have at this moment; it is used. */
  async holder(token: string): Promise<TokenHolder | undefined> {
    const [found] = await this.database.query<
      Officer & { tokenId: string; access: TokenAccess; hasFactor: boolean; isStale: boolean }
    >(
      `select o.id, o.name, o.body_id as "bodyId", o.language, t.id as "tokenId", t.access,
              array(select unnest(o.roles) intersect select unnest(t.roles)) as roles,
              exists (select from officer_factor f where f.officer_id = o.id) as "hasFactor",
              coalesce(t.last_used_at <= clock_timestamp() - ${TOUCH_AFTER}, true) as "isStale"
         from api_token t join officer o on o.id = t.officer_id
        where t.token_hash = $1 and o.is_active and t.revoked_at is null and t.expires_at > clock_timestamp()`,
      [tokenHash(token)],
    );
    if (!found) return undefined;
    const { tokenId, access, hasFactor, isStale, ...officer } = found;
    if (isStale)
      await this.database.query('update api_token set last_used_at = clock_timestamp() where id = $1', [tokenId]);
    return { officer, access, hasFactor };
  }
}
