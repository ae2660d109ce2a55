import { Database } from '#lib/database';
import { isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

/** How much was said about one part of the discussed draft, and what was decided. */
export interface ClauseFigures {
  /** null for what was said about the draft as a whole. */
  readonly lineageId: string | null;
  /** Standing remarks and proposals that name the part; one that names two parts counts in both. */
  readonly remarks: number;
  readonly proposals: number;
  /** Of them: with every point taken into account, with some, with none. */
  readonly takenIntoAccount: number;
  readonly partly: number;
  readonly notTakenIntoAccount: number;
}

@Injectable()
export class ReportClauses {
  constructor(private readonly database: Database) {}

  /**
   * The figures of each part that was named in a published report, in no order. A member of a group counts where it says itself,
   * with the answer of its row.
   */
  async of(reportId: string): Promise<ClauseFigures[]> {
    return isId(reportId) ? this.database.query<ClauseFigures>(figuresSql, [reportId]) : [];
  }
}

const figuresSql = `
  with answered as (
    select w.ordinal,
           jsonb_path_exists(w.data::jsonb, '$.points[*].decision.outcome ? (@ == "TAKEN_INTO_ACCOUNT")') as taken,
           jsonb_path_exists(w.data::jsonb, '$.points[*].decision.outcome ? (@ == "NOT_TAKEN_INTO_ACCOUNT")') as refused,
           w.data::jsonb -> 'about' as about
      from report_row w join report r on r.id = w.report_id and r.state = 'PUBLISHED'
     where w.report_id = $1),
  said as (
    select m.data::jsonb ->> 'kind' as kind, a.taken, a.refused, coalesce(m.data::jsonb #> '{own,about}', a.about) as about
      from report_remark m join answered a on a.ordinal = m.row_ordinal
     where m.report_id = $1)
  select place ->> 'lineageId' as "lineageId",
         (count(*) filter (where kind = 'REMARK'))::int as remarks,
         (count(*) filter (where kind = 'PROPOSAL'))::int as proposals,
         (count(*) filter (where taken and not refused))::int as "takenIntoAccount",
         (count(*) filter (where taken and refused))::int as partly,
         (count(*) filter (where refused and not taken))::int as "notTakenIntoAccount"
    from said left join lateral jsonb_array_elements(about) as place on true
   group by place ->> 'lineageId'`;
