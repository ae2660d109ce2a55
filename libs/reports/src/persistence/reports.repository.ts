import type { Queryable, Transaction } from '#lib/database';
import { Placements } from '#lib/discussion';
import { DraftVersions, Procedures } from '#lib/drafting';
import { StoredFiles } from '#lib/files';
import { type Actor, type Instant, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Blocker } from '../domain/blockers.js';
import type { ReportState } from '../domain/report-lifecycle.js';
import type { Rendering } from '../rendering/rendering.js';

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
}

export interface NewReport {
  readonly discussionId: string;
  readonly text: string;
  readonly hash: string;
  readonly blockers: readonly Blocker[];
  readonly at: Instant;
}

const columns = `r.id, r.discussion_id as "discussionId", s.procedure_id as "procedureId", p.developer_id as "developerId",
  s.profile_id as "profileId", r.version, r.state, encode(r.data_sha256, 'hex') as "dataSha256"`;
const from = `from report r join discussion s on s.id = r.discussion_id join procedure p on p.id = s.procedure_id`;

@Injectable()
export class Reports {
  constructor(
    private readonly files: StoredFiles,
    private readonly procedures: Procedures,
    private readonly drafts: DraftVersions,
    private readonly placements: Placements,
  ) {}

  async byId(q: Queryable, reportId: string): Promise<StoredReport | undefined> {
    const [row] = await q.query<StoredReport>(`select ${columns} ${from} where r.id = $1`, [reportId]);
    return row;
  }

  /** The one report of the discussion that is not superseded. */
  async standing(q: Queryable, discussionId: string): Promise<StoredReport | undefined> {
    const [row] = await q.query<StoredReport>(
      `select ${columns} ${from} where r.discussion_id = $1 and r.state <> 'SUPERSEDED'`,
      [discussionId],
    );
    return row;
  }

  /** The canonical JSON as it was stored. */
  async dataOf(q: Queryable, reportId: string): Promise<string> {
    const [row] = await q.query<{ data: string }>('select data from report where id = $1', [reportId]);
    return row?.data ?? '';
  }

  /** Adds the next version; an unsigned one before it gives way. */
  async add(tx: Transaction, report: NewReport): Promise<{ id: string; version: number }> {
    await tx.query(`update report set state = 'SUPERSEDED' where discussion_id = $1 and state = 'ASSEMBLED'`, [
      report.discussionId,
    ]);
    const [row] = await tx.query<{ id: string; version: number }>(
      `insert into report (id, discussion_id, version, state, data, data_sha256, blockers, assembled_at)
       values ($1, $2, (select coalesce(max(version), 0) + 1 from report where discussion_id = $2),
               'ASSEMBLED', $3, decode($4, 'hex'), $5, $6)
       returning id, version`,
      [newId(), report.discussionId, report.text, report.hash, JSON.stringify(report.blockers), report.at],
    );
    if (!row) throw new Error('a report was not stored');
    return row;
  }

  /** Stores the documents of a report version for good, each with its SHA-256. */
  async addRenderings(tx: Transaction, reportId: string, renderings: AsyncIterable<Rendering>): Promise<void> {
    for await (const { format, language, name, mediaType, content } of renderings) {
      const file = await this.files.put(tx, { purpose: 'RENDERING', name, mediaType, content });
      await this.files.claim(tx, [file.id], 'RENDERING');
      await tx.query(
        `insert into report_rendering (report_id, format, language, file_id, sha256) values ($1, $2, $3, $4, decode($5, 'hex'))`,
        [reportId, format, language, file.id, file.sha256],
      );
    }
  }

  /** Freezes the report and the draft version it names as revised. */
  async sign(tx: Transaction, report: StoredReport, by: string, at: Instant): Promise<void> {
    await tx.query(
      `update report set state = 'SIGNED', signed_by = $2, signed_at = $3, blockers = '[]' where id = $1`,
      [report.id, by, at],
    );
    const revised = await this.drafts.latest(tx, report.procedureId);
    if (revised) await this.drafts.freeze(tx, revised.id);
    await this.procedures.move(tx, report.procedureId, 'CONSIDERED');
  }

  /** Records where the report stands, with the hash of its data as the proof (REQ-65). */
  async publish(
    tx: Transaction,
    report: StoredReport,
    placement: { readonly url: string; readonly actor: Actor; readonly at: Instant },
  ): Promise<void> {
    const { url, actor, at } = placement;
    await tx.query(`update report set state = 'PUBLISHED', published_at = $2 where id = $1`, [report.id, at]);
    const page = { channel: 'OWN_RESOURCE', url, placedAt: at, proofSha256: report.dataSha256 } as const;
    await this.placements.record(tx, report.discussionId, 'REPORT', page, actor);
    await this.procedures.move(tx, report.procedureId, 'REPORTED');
  }
}
