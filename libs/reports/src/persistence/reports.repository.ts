import type { Queryable, Transaction } from '#lib/database';
import { StoredFiles } from '#lib/files';
import { type Instant, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Blocker } from '../domain/blockers.js';
import type { ReportHead } from '../domain/report-data.js';
import type { ReportState } from '../domain/report-lifecycle.js';

/** A report with what its acts are checked against. */
export interface StoredReport {
  readonly id: string;
  readonly discussionId: string;
  readonly procedureId: string;
  readonly developerId: string;
  readonly profileId: string;
  readonly version: number;
  readonly state: ReportState;
  /** Hex. */
  readonly dataSha256: string;
  readonly head: ReportHead;
  readonly blockers: readonly Blocker[];
  readonly blockersInAll: number;
}

const select = `
  select r.id, r.discussion_id as "discussionId", s.procedure_id as "procedureId", p.developer_id as "developerId",
         s.profile_id as "profileId", r.version, r.state, encode(r.data_sha256, 'hex') as "dataSha256", r.data as head,
         r.blockers, r.blockers_in_all as "blockersInAll"
    from report r join discussion s on s.id = r.discussion_id join procedure p on p.id = s.procedure_id`;

@Injectable()
export class Reports {
  constructor(private readonly files: StoredFiles) {}

  byId(q: Queryable, reportId: string): Promise<StoredReport | undefined> {
    return this.one(q, 'r.id = $1', reportId);
  }

  /** The version that waits for its signature. */
  unsigned(q: Queryable, discussionId: string): Promise<StoredReport | undefined> {
    return this.one(q, `r.discussion_id = $1 and r.state = 'ASSEMBLED'`, discussionId);
  }

  /** Whether nothing may be reported anew: the report is signed, and no erratum is open. */
  async isClosed(q: Queryable, discussionId: string): Promise<boolean> {
    const [row] = await q.query<{ closed: boolean }>('select report_is_signed($1) as closed', [discussionId]);
    return row?.closed ?? false;
  }

  /** Begins the next version; its data follow in the same transaction. */
  async begin(tx: Transaction, discussionId: string, at: Instant): Promise<{ id: string; version: number }> {
    const [row] = await tx.query<{ id: string; version: number }>(
      `insert into report (id, discussion_id, version, state, data, data_sha256, blockers, assembled_at)
       values ($1, $2, (select coalesce(max(version), 0) + 1 from report where discussion_id = $2), 'RENDERING', '', '', '[]', $3)
       returning id, version`,
      [newId(), discussionId, at],
    );
    if (!row) throw new Error('a report was not stored');
    return row;
  }

  async complete(
    tx: Transaction,
    reportId: string,
    { text, hash }: { readonly text: string; readonly hash: string },
    { first, inAll }: { readonly first: readonly Blocker[]; readonly inAll: number },
  ): Promise<void> {
    await tx.query(
      `update report set data = $2, data_sha256 = decode($3, 'hex'), blockers = $4, blockers_in_all = $5 where id = $1`,
      [reportId, text, hash, JSON.stringify(first), inAll],
    );
  }

  /** Adds what the check found to what the assembly found. */
  async addBlockers(tx: Transaction, reportId: string, found: readonly Blocker[]): Promise<void> {
    await tx.query(
      'update report set blockers = blockers || $2::jsonb, blockers_in_all = blockers_in_all + $3 where id = $1',
      [reportId, JSON.stringify(found), found.length],
    );
  }

  /** The version whose documents are all there takes the place of the unsigned one before it. */
  async present(tx: Transaction, { id, discussionId }: StoredReport): Promise<void> {
    const [old] = await tx.query<{ id: string }>(
      `update report set state = 'SUPERSEDED' where discussion_id = $1 and state = 'ASSEMBLED' returning id`,
      [discussionId],
    );
    if (old) await this.dropParts(tx, old.id);
    await tx.query(`update report set state = 'ASSEMBLED' where id = $1`, [id]);
  }

  /** Gives up a version that is being made. */
  async abandon(tx: Transaction, reportId: string): Promise<void> {
    const gone = await tx.query(
      `update report set state = 'SUPERSEDED' where id = $1 and state = 'RENDERING' returning id`,
      [reportId],
    );
    if (gone.length > 0) await this.dropParts(tx, reportId);
  }

  /** Takes back a version that waits for its signature. */
  async withdraw(tx: Transaction, reportId: string): Promise<void> {
    await tx.query(`update report set state = 'SUPERSEDED' where id = $1 and state = 'ASSEMBLED'`, [reportId]);
    await this.dropParts(tx, reportId);
  }

  /** Freezes the report. */
  async sign(tx: Transaction, reportId: string, by: string, at: Instant): Promise<void> {
    await tx.query(
      `update report set state = 'SIGNED', signed_by = $2, signed_at = $3, blockers = '[]', blockers_in_all = 0 where id = $1`,
      [reportId, by, at],
    );
  }

  async publish(tx: Transaction, reportId: string, at: Instant): Promise<void> {
    await tx.query(`update report set state = 'PUBLISHED', published_at = $2 where id = $1`, [reportId, at]);
  }

  /** Of a version that was never signed only its number, head and hash are kept: the rest can be made again from the facts. */
  private async dropParts(tx: Transaction, reportId: string): Promise<void> {
    const files = await tx.query<{ fileId: string }>(
      'delete from report_rendering where report_id = $1 returning file_id as "fileId"',
      [reportId],
    );
    await this.files.dropRenderings(
      tx,
      files.map(({ fileId }) => fileId),
    );
    for (const part of ['report_row', 'report_remark', 'report_fact']) {
      await tx.query(`delete from ${part} where report_id = $1`, [reportId]);
    }
  }

  private async one(q: Queryable, condition: string, parameter: string): Promise<StoredReport | undefined> {
    const [row] = await q.query<Omit<StoredReport, 'head'> & { head: string }>(`${select} where ${condition}`, [
      parameter,
    ]);
    return row && { ...row, head: JSON.parse(row.head || '{}') as ReportHead };
  }
}
