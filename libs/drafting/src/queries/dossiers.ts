import { Database } from '#lib/database';
import { type Instant, isId, type Multilingual, type Page, type PageRequest } from '#lib/kernel';
import type { ProfileFamily } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { ProcedureKind } from '../domain/new-procedure.js';
import type { ProcedureState } from '../domain/procedure-lifecycle.js';

/** A dossier with the names a page shows. */
export interface Dossier {
  readonly id: string;
  readonly kind: ProcedureKind;
  readonly title: Multilingual;
  readonly profileFamily: ProfileFamily;
  readonly state: ProcedureState;
  readonly createdAt: Instant;
  readonly developer: {
    readonly id: string;
    readonly code: string;
    readonly name: Multilingual;
    readonly resourceUrl?: string;
  };
  readonly service: { readonly id: string; readonly code: string; readonly name: Multilingual } | null;
  /** The newest version of its text; null before the first. */
  readonly latestVersion: { readonly id: string; readonly version: number; readonly textSha256: string } | null;
}

export interface DossierFilter {
  readonly developerId?: string;
  readonly states?: readonly ProcedureState[];
}

const names = (table: string) =>
  `jsonb_build_object('kk', ${table}.name_kk, 'ru', ${table}.name_ru, 'en', ${table}.name_en)`;

const dossiers = `
  select p.id, p.kind, p.profile_family as "profileFamily", p.state, p.created_at as "createdAt",
         jsonb_strip_nulls(jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru, 'en', p.title_en)) as title,
         jsonb_strip_nulls(jsonb_build_object('id', b.id, 'code', b.code, 'name', ${names('b')}, 'resourceUrl', b.resource_url)) as developer,
         case when s.id is not null
              then jsonb_strip_nulls(jsonb_build_object('id', s.id, 'code', s.code, 'name', ${names('s')})) end as service,
         v.latest as "latestVersion"
    from procedure p
    join state_body b on b.id = p.developer_id
    left join public_service s on s.id = p.service_id
    left join lateral (
      select jsonb_build_object('id', d.id, 'version', d.version, 'textSha256', encode(d.text_sha256, 'hex')) as latest
        from draft_version d where d.procedure_id = p.id order by d.version desc limit 1) v on true`;

@Injectable()
export class Dossiers {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<Dossier | undefined> {
    if (!isId(id)) return undefined;
    const [dossier] = await this.database.query<Dossier>(`${dossiers} where p.id = $1`, [id]);
    return dossier;
  }

  /** Newest first, a page at a time. Ids are ordered by time, so the last id is the cursor. */
  async list({ size, after }: PageRequest, { developerId, states }: DossierFilter = {}): Promise<Page<Dossier>> {
    const rows = await this.database.query<Dossier>(
      `${dossiers}
        where ($1::uuid is null or p.id < $1) and ($2::uuid is null or p.developer_id = $2)
          and ($3::text[] is null or p.state = any ($3))
        order by p.id desc limit $4`,
      [after && isId(after) ? after : null, developerId ?? null, states ?? null, size + 1],
    );
    const items = rows.slice(0, size);
    const last = items.at(-1);
    return rows.length > size && last ? { items, next: last.id } : { items };
  }
}
