import { Database } from '#lib/database';
import type { LegalDay, Multilingual, Page, PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { codesOfSection, isSectionCode } from '../domain/register-section.js';
import { isFound, pageOf, partOf } from './page-of.js';

export interface PublicService {
  readonly id: string;
  readonly code: string;
  readonly name: Multilingual;
  readonly enteredOn: LegalDay;
  readonly act: string;
  readonly bodyId: string;
  /** Name of the section it stands in; null while that has none. */
  readonly section: Multilingual | null;
}

export interface ServiceFilter {
  /** Id of the developer. */
  readonly bodyId?: string;
  /** Three digits; what has no section's form is of no service. */
  readonly section?: string;
  /** A part of the code or of a name. */
  readonly search?: string;
}

const columns = `id, code, jsonb_strip_nulls(jsonb_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en)) as name,
  entered_on as "enteredOn", act, body_id as "bodyId",
  (select jsonb_strip_nulls(jsonb_build_object('kk', x.name_kk, 'ru', x.name_ru, 'en', x.name_en))
     from register_section x where x.code = left(public_service.code, 3)) as section`;

@Injectable()
export class PublicServices {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<PublicService | undefined> {
    const [service] = await this.database.query<PublicService>(`select ${columns} from public_service where id = $1`, [
      id,
    ]);
    return service;
  }

  async byCode(code: string): Promise<PublicService | undefined> {
    const [service] = await this.database.query<PublicService>(
      `select ${columns} from public_service where code = $1`,
      [code],
    );
    return service;
  }

  /** By code, a page at a time. */
  async list({ size, after }: PageRequest, filter: ServiceFilter = {}): Promise<Page<PublicService>> {
    const { bodyId, section, search = '' } = filter;
    if (section !== undefined && !isSectionCode(section)) return { items: [] };
    const [first, last] = section === undefined ? [null, null] : codesOfSection(section);
    const rows = await this.database.query<PublicService>(
      `select ${columns} from public_service
        where ($1::text is null or code > $1) and ($2::uuid is null or body_id = $2)
          and ($5::text is null or code between $5 and $6)
          and ${isFound('$4')} order by code limit $3`,
      [after ?? null, bodyId ?? null, size + 1, partOf(search), first, last],
    );
    return pageOf(rows, size);
  }
}
