import { Database, type Queryable } from '#lib/database';
import { isId } from '#lib/kernel';
import { type IdentityLevel, profileById } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import { DiscussionNotFound } from '../domain/refusals.js';

/** What never changes about a placed discussion, so it may be remembered: its lock, its text (REQ-23). */
export interface KnownDiscussion {
  readonly id: string;
  /** Key of the advisory lock in namespace 7001. */
  readonly no: number;
  /** Lineage ids of the version under discussion. */
  readonly clauses: ReadonlySet<string>;
  /** What the profile of the placement asks of a sender (AMB-20). */
  readonly identity: IdentityLevel;
}

const REMEMBERED = 500;

@Injectable()
export class KnownDiscussions {
  private readonly known = new Map<string, KnownDiscussion>();

  constructor(private readonly database: Database) {}

  /**
   * @param from the open transaction, when the caller is in one
   * @throws DiscussionNotFound
   */
  async of(id: string, from: Queryable = this.database): Promise<KnownDiscussion> {
    return this.known.get(id) ?? this.load(id, from);
  }

  private async load(id: string, from: Queryable): Promise<KnownDiscussion> {
    if (!isId(id)) throw new DiscussionNotFound(id);
    const [row] = await from.query<{ no: number; profileId: string; clauses: string[] }>(
      `select d.no, d.profile_id as "profileId", array(select c.lineage_id::text from clause c where c.version_id = d.version_id) as clauses
         from discussion d where d.id = $1`,
      [id],
    );
    if (!row) throw new DiscussionNotFound(id);
    const found = { id, no: row.no, clauses: new Set(row.clauses), identity: profileById(row.profileId).identity };
    // What an open transaction sees may yet be undone.
    if (from === this.database) this.remember(found);
    return found;
  }

  private remember(found: KnownDiscussion): void {
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(found.id, found);
  }
}
