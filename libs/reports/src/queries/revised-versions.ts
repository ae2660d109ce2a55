import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';

/** Which versions of a draft published reports name as revised. */
@Injectable()
export class RevisedVersions {
  constructor(private readonly database: Database) {}

  async of(procedureId: string): Promise<ReadonlySet<number>> {
    const named = await this.database.query<{ version: number }>(
      `select (r.data::json #>> '{draft,revised,version}')::integer as version
         from report r join discussion s on s.id = r.discussion_id
        where s.procedure_id = $1 and r.published_at is not null`,
      [procedureId],
    );
    return new Set(named.map(({ version }) => version));
  }
}
