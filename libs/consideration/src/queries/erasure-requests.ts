import { Database } from '#lib/database';
import type { Actor, Instant, Multilingual } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

export interface ErasureRequest {
  readonly number: string;
  readonly title: Multilingual;
  readonly zone: string;
  readonly requestedAt: Instant;
}

@Injectable()
export class ErasureRequests {
  constructor(private readonly database: Database) {}

  /** What waits on drafts of the official's own body, the oldest first, 200 at most. */
  async open(actor: Actor): Promise<ErasureRequest[]> {
    if (actor.kind !== 'officer') return [];
    return this.database.query<ErasureRequest>(
      `select r.number, jsonb_strip_nulls(jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru, 'en', p.title_en)) as title,
              d.zone, e.requested_at as "requestedAt"
         from erasure_request e
         join remark r on r.id = e.remark_id
         join discussion d on d.id = r.discussion_id
         join procedure p on p.id = d.procedure_id
        where e.settled_at is null and p.developer_id = $1
        order by e.requested_at limit 200`,
      [actor.bodyId],
    );
  }
}
