import type { Queryable, Transaction } from '#lib/database';
import { type Instant, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Pair } from '../domain/report-data.js';
import type { ReportState } from '../domain/report-lifecycle.js';

export interface OpenErratumRow {
  readonly id: string;
  readonly number: number;
  readonly corrects: string;
}

@Injectable()
export class Errata {
  async open(q: Queryable, discussionId: string): Promise<OpenErratumRow | undefined> {
    const [row] = await q.query<OpenErratumRow>(
      `select id, number, corrects from report_erratum
        where discussion_id = $1 and report_id is null and dropped_at is null`,
      [discussionId],
    );
    return row;
  }

  /** @returns its number, from 1 in the discussion; that of a dropped one is given again */
  async begin(
    tx: Transaction,
    { discussionId, corrects, reason }: { discussionId: string; corrects: string; reason: Pair },
    { by, at }: { readonly by: string; readonly at: Instant },
  ): Promise<{ id: string; number: number }> {
    const [row] = await tx.query<{ id: string; number: number }>(
      `insert into report_erratum (id, discussion_id, number, corrects, reason_kk, reason_ru, opened_by, opened_at)
       values ($1, $2, (select coalesce(max(number), 0) + 1 from report_erratum where discussion_id = $2 and dropped_at is null),
               $3, $4, $5, $6, $7)
       returning id, number`,
      [newId(), discussionId, corrects, reason.kk.trim(), reason.ru.trim(), by, at],
    );
    if (!row) throw new Error('an erratum was not stored');
    return row;
  }

  async sign(tx: Transaction, id: string, reportId: string): Promise<void> {
    await tx.query('update report_erratum set report_id = $2 where id = $1', [id, reportId]);
  }

  async drop(tx: Transaction, id: string, at: Instant): Promise<void> {
    await tx.query('update report_erratum set dropped_at = $2 where id = $1', [id, at]);
  }

  /** The newest report that is signed, published or not. */
  async newestSigned(q: Queryable, discussionId: string): Promise<{ id: string; state: ReportState } | undefined> {
    const [row] = await q.query<{ id: string; state: ReportState }>(
      `select id, state from report where discussion_id = $1 and state in ('SIGNED', 'PUBLISHED')
        order by version desc limit 1`,
      [discussionId],
    );
    return row;
  }
}
