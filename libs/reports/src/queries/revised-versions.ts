import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';

/** Reports remembered at most; each is two numbers. */
const MOST = 10_000;

/** Which versions of a draft published reports name as revised. */
@Injectable()
export class RevisedVersions {
  /** By report id. A signed report never changes, and finding the number means reading all of it: once is enough. */
  private readonly known = new Map<string, number>();

  constructor(private readonly database: Database) {}

  async of(procedureId: string): Promise<ReadonlySet<number>> {
    const published = await this.database.query<{ id: string }>(
      `select r.id from report r join discussion s on s.id = r.discussion_id
        where s.procedure_id = $1 and r.published_at is not null`,
      [procedureId],
    );
    const versions = await Promise.all(published.map(({ id }) => this.namedBy(id)));
    return new Set(versions);
  }

  private async namedBy(reportId: string): Promise<number> {
    const known = this.known.get(reportId);
    if (known !== undefined) return known;
    const [row] = await this.database.query<{ version: number }>(
      `select (data::json #>> '{draft,revised,version}')::integer as version from report where id = $1`,
      [reportId],
    );
    if (!row) throw new Error(`report ${reportId} is gone`);
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(reportId, row.version);
    return row.version;
  }
}
