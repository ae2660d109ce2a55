import { Database } from '#lib/database';
import { type Actor, DomainError, type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Blocker } from '../domain/blockers.js';
import type { RenderingFormat, RenderingLanguage } from '../domain/rendering-kinds.js';
import type { ReportHead } from '../domain/report-data.js';
import type { ReportState } from '../domain/report-lifecycle.js';

/** A report as a page shows it, without its rows. */
export interface ReportView {
  readonly id: string;
  readonly discussionId: string;
  readonly version: number;
  readonly state: ReportState;
  /** Hex. */
  readonly dataSha256: string;
  readonly head: ReportHead;
  /** The first of them, and how many there are. */
  readonly blockers: readonly Blocker[];
  readonly blockersInAll: number;
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

  /** The published report of a discussion, for everybody: the last erratum when there are some. */
  async published(discussionId: string): Promise<ReportView | undefined> {
    return (await this.publishedAll(discussionId))[0];
  }

  /** Every published report, the newest first: errata never overwrite what they correct (REQ-66). */
  async publishedAll(discussionId: string): Promise<ReportView[]> {
    return isId(discussionId) ? this.select(discussionId, `and r.state = 'PUBLISHED'`) : [];
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
    return this.select(discussionId, `and r.state <> 'RENDERING'`);
  }

  private async select(discussionId: string, condition: string): Promise<ReportView[]> {
    const rows = await this.database.query<Omit<ReportView, 'head'> & { head: string }>(
      `select r.id, r.discussion_id as "discussionId", r.version, r.state, encode(r.data_sha256, 'hex') as "dataSha256",
              r.data as head, r.blockers, r.blockers_in_all as "blockersInAll", r.assembled_at as "assembledAt",
              r.signed_at as "signedAt", r.published_at as "publishedAt",
              coalesce((select json_agg(json_build_object('format', g.format, 'language', g.language,
                        'sha256', encode(g.sha256, 'hex'), 'size', f.size) order by g.format, g.language)
                 from report_rendering g join stored_file f on f.id = g.file_id where g.report_id = r.id), '[]') as renderings,
              array(select distinct channel from placement d where d.discussion_id = r.discussion_id and d.subject = 'DRAFT'
                    except select channel from placement a where a.discussion_id = r.discussion_id and a.subject = 'REPORT'
                    order by channel) as "missingChannels"
         from report r
        where r.discussion_id = $1 ${condition}
        order by r.version desc`,
      [discussionId],
    );
    return rows.map((row) => ({ ...row, head: JSON.parse(row.head || '{}') as ReportHead }));
  }
}
