import { Database } from '#lib/database';
import { isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { DiscussionNotFound } from '../domain/refusals.js';

/** What never changes about a placed discussion, so it may be remembered: its lock, its text (REQ-23). */
export interface KnownDiscussion {
  readonly id: string;
  /** Key of the advisory lock in namespace 7001. */
  readonly no: number;
  /** Lineage ids of the version under discussion. */
  readonly clauses: ReadonlySet<string>;
}

const REMEMBERED = 500;

@Injectable()
export class KnownDiscussions {
  private readonly known = new Map<string, KnownDiscussion>();

  constructor(private readonly database: Database) {}

  /** @throws DiscussionNotFound */
  async of(id: string): Promise<KnownDiscussion> {
    return this.known.get(id) ?? this.load(id);
  }

  private async load(id: string): Promise<KnownDiscussion> {
    if (!isId(id)) throw new DiscussionNotFound(id);
    const [row] = await this.database.query<{ no: number; clauses: string[] }>(
      `select d.no, array(select c.lineage_id::text from clause c where c.version_id = d.version_id) as clauses
         from discussion d where d.id = $1`,
      [id],
    );
    if (!row) throw new DiscussionNotFound(id);
    const found = { id, no: row.no, clauses: new Set(row.clauses) };
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(id, found);
    return found;
  }
}
