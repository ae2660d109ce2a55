import { Database } from '#lib/database';
import type { LegalDay, Multilingual, Page, PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { isFound, pageOf, partOf } from './page-of.js';

export interface PublicService {
  readonly id: string;
  readonly code: string;
  readonly name: Multilingual;
  readonly enteredOn: LegalDay;
  readonly act: string;
  readonly bodyId: string;
}

const columns = `id, code, jsonb_strip_nulls(jsonb_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en)) as name,
  entered_on as "enteredOn", act, body_id as "bodyId"`;

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

  /** By code, a page at a time; `bodyId` narrows to the services of one developer, `search` is a part of the code or of a name. */
  async list({ size, after }: PageRequest, bodyId?: string, search = ''): Promise<Page<PublicService>> {
    const rows = await this.database.query<PublicService>(
      `select ${columns} from public_service
        where ($1::text is null or code > $1) and ($2::uuid is null or body_id = $2)
          and ${isFound('$4')} order by code limit $3`,
      [after ?? null, bodyId ?? null, size + 1, partOf(search)],
    );
    return pageOf(rows, size);
  }
}
