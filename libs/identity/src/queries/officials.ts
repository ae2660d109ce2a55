import { Database, patternWithin } from '#lib/database';
import { type Actor, type Instant, isId, type Multilingual, type Page, type PageRequest, type Role } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { NotFound, requireRole } from '../domain/rights.js';
import { Invitations, type OpenInvitation } from '../persistence/invitations.js';

export interface Official {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly body: Multilingual;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
  readonly hasFactor: boolean;
  readonly createdAt: Instant;
}

const select = `select o.id, o.name, o.email, o.roles, o.is_active as "isActive", o.created_at as "createdAt",
    jsonb_strip_nulls(jsonb_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en)) as body,
    exists (select from officer_factor f where f.officer_id = o.id) as "hasFactor"
  from officer o join state_body b on b.id = o.body_id`;

/** Everybody with an account, for administrators. */
@Injectable()
export class Officials {
  constructor(
    private readonly database: Database,
    private readonly invitations: Invitations,
  ) {}

  /**
   * By address, a page at a time; `search` is a part of the name, the address, or the name or code of the body.
   * @throws NotAllowed
   */
  async list({ size, after }: PageRequest, search: string, actor: Actor): Promise<Page<Official>> {
    requireRole(actor, 'administrator');
    const part = search.trim() === '' ? null : patternWithin(search.trim());
    const rows = await this.database.query<Official>(
      `${select} where ($1::text is null or o.email > $1)
          and ($2::text is null or o.name ilike $2 or o.email ilike $2 or b.name_kk ilike $2 or b.name_ru ilike $2 or b.code ilike $2)
        order by o.email limit $3`,
      [after ?? null, part, size + 1],
    );
    const items = rows.slice(0, size);
    const last = items.at(-1);
    return rows.length > size && last ? { items, next: last.email } : { items };
  }

  /** @throws NotAllowed, NotFound */
  async byId(id: string, actor: Actor): Promise<Official> {
    requireRole(actor, 'administrator');
    const [official] = isId(id) ? await this.database.query<Official>(`${select} where o.id = $1`, [id]) : [];
    if (!official) throw new NotFound('official');
    return official;
  }

  /** The newest first, a hundred at most. @throws NotAllowed */
  async openInvitations(actor: Actor): Promise<OpenInvitation[]> {
    requireRole(actor, 'administrator');
    return this.invitations.open(this.database);
  }
}
