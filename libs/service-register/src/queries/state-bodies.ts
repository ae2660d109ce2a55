import { Database } from '#lib/database';
import type { Multilingual, Page, PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Authority, StateBodyKind } from '../domain/state-body.js';
import { isFound, pageOf, partOf } from './page-of.js';

export interface StateBody {
  readonly id: string;
  readonly code: string;
  readonly kind: StateBodyKind;
  readonly name: Multilingual;
  readonly isSubordinateToPresident: boolean;
  readonly authority: Authority | null;
  readonly resourceUrl: string | null;
}

const columns = `id, code, kind, jsonb_strip_nulls(jsonb_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en)) as name,
  subordinate_to_president as "isSubordinateToPresident", authority, resource_url as "resourceUrl"`;

@Injectable()
export class StateBodies {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<StateBody | undefined> {
    const [body] = await this.database.query<StateBody>(`select ${columns} from state_body where id = $1`, [id]);
    return body;
  }

  async byCode(code: string): Promise<StateBody | undefined> {
    const [body] = await this.database.query<StateBody>(`select ${columns} from state_body where code = $1`, [code]);
    return body;
  }

  /** By code, a page at a time; `kind` narrows, and so does a part of the code or of a name. */
  async list({ size, after }: PageRequest, kind?: StateBodyKind, search = ''): Promise<Page<StateBody>> {
    const rows = await this.database.query<StateBody>(
      `select ${columns} from state_body
        where ($1::text is null or code > $1) and ($2::text is null or kind = $2)
          and ${isFound('$4')} order by code limit $3`,
      [after ?? null, kind ?? null, size + 1, partOf(search)],
    );
    return pageOf(rows, size);
  }
}
