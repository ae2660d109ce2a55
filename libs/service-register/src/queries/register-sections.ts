import { Database } from '#lib/database';
import type { Multilingual, Page, PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { isFound, pageOf, partOf } from './page-of.js';

/** A section that has a name, or a service, or both. */
export interface RegisterSection {
  /** Three digits. */
  readonly code: string;
  /** null while none came in with the register. */
  readonly name: Multilingual | null;
  readonly services: number;
}

const sections = `(
  select coalesce(x.code, s.code) as code, x.name_kk, x.name_ru, x.name_en, coalesce(s.services, 0) as services
    from register_section x
    full join (select left(code, 3) as code, count(*)::int as services from public_service group by 1) s on s.code = x.code
  ) section`;

const columns = `code, services, case when name_kk is not null
  then jsonb_strip_nulls(jsonb_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en)) end as name`;

@Injectable()
export class RegisterSections {
  constructor(private readonly database: Database) {}

  /** By code, a page at a time; `search` is a part of the code or of a name. */
  async list({ size, after }: PageRequest, search = ''): Promise<Page<RegisterSection>> {
    const rows = await this.database.query<RegisterSection>(
      `select ${columns} from ${sections}
        where ($1::text is null or code > $1) and ${isFound('$3')} order by code limit $2`,
      [after ?? null, size + 1, partOf(search)],
    );
    return pageOf(rows, size);
  }

  /** Those with a service, by code: a thousand at the most. */
  withServices(): Promise<RegisterSection[]> {
    return this.database.query<RegisterSection>(`select ${columns} from ${sections} where services > 0 order by code`);
  }
}
