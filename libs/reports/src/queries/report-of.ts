import { Database } from '#lib/database';
import { type Actor, DomainError, type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Blocker } from '../domain/blockers.js';
import type { ReportCounts } from '../domain/report-counts.js';
import type { ReportData } from '../domain/report-data.js';
import type { ReportState } from '../domain/report-lifecycle.js';
import type { RenderingFormat, RenderingLanguage } from '../rendering/rendering.js';

/** A report as a page shows it, without its rows. */
export interface ReportView {
  readonly id: string;
  readonly discussionId: string;
  readonly version: number;
  readonly state: ReportState;
  /** Hex. */
  readonly dataSha256: string;
  readonly counts: ReportCounts;
  readonly blockers: readonly Blocker[];
  readonly assembledAt: Instant;
  readonly signedAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly renderings: readonly {
    readonly format: RenderingFormat;
    readonly language: RenderingLanguage;
    readonly sha256: string;
    /** Bytes. */
    readonly size: number;
  }[];
  /** Channels that had the draft and lack the report (REQ-65). */
  readonly missingChannels: readonly string[];
}

@Injectable()
export class ReportOf {
  constructor(private readonly database: Database) {}

  /** The published report of a discussion, for everybody. */
  async published(discussionId: string): Promise<ReportView | undefined> {
    const [view] = isId(discussionId) ? await this.select(discussionId, `and r.state = 'PUBLISHED'`) : [];
    return view;
  }

  /**
   * Every version, the newest first, for officials of the developing body; superseded ones too.
   * @throws DomainError `not-found` for another body's discussion
   */
  async versions(discussionId: string, actor: Actor): Promise<ReportView[]> {
    const [own] =
      actor.kind === 'officer' && isId(discussionId)
        ? await this.database.query(
            'select from discussion s join procedure p on p.id = s.procedure_id where s.id = $1 and p.developer_id = $2',
            [discussionId, actor.bodyId],
          )
        : [];
    if (!own) throw new DomainError('not-found', 'there is no such discussion', { discussionId });
    return this.select(discussionId, '');
  }

  /** The data of a published report, rows and all. */
  async publishedData(discussionId: string): Promise<ReportData | undefined> {
    if (!isId(discussionId)) return undefined;
    const [row] = await this.database.query<{ data: string }>(
      `select data from report where discussion_id = $1 and state = 'PUBLISHED'`,
      [discussionId],
    );
    return row && (JSON.parse(row.data) as ReportData);
  }

  private select(discussionId: string, condition: string): Promise<ReportView[]> {
    return this.database.query<ReportView>(
      `select r.id, r.discussion_id as "discussionId", r.version, r.state, encode(r.data_sha256, 'hex') as "dataSha256",
              r.data::jsonb -> 'counts' as counts, r.blockers, r.assembled_at as "assembledAt", r.signed_at as "signedAt",
              r.published_at as "publishedAt",
              (select json_agg(json_build_object('format', g.format, 'language', g.language,
                        'sha256', encode(g.sha256, 'hex'), 'size', f.size) order by g.format, g.language)
                 from report_rendering g join stored_file f on f.id = g.file_id where g.report_id = r.id) as renderings,
              array(select distinct channel from placement d where d.discussion_id = r.discussion_id and d.subject = 'DRAFT'
                    except select channel from placement a where a.discussion_id = r.discussion_id and a.subject = 'REPORT'
                    order by channel) as "missingChannels"
         from report r
        where r.discussion_id = $1 ${condition}
        order by r.version desc`,
      [discussionId],
    );
  }
}
