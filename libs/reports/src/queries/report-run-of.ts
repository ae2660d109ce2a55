import { Database } from '#lib/database';
import { type Actor, type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { RenderingFormat, RenderingLanguage } from '../domain/rendering-kinds.js';
import type { RunState, StepName, StepState } from '../domain/report-run.js';

/** How far the making of a report is. */
export interface RunView {
  readonly id: string;
  readonly discussionId: string;
  readonly reportId: string | null;
  readonly state: RunState;
  readonly attempt: number;
  readonly requestedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly steps: readonly {
    readonly step: StepName;
    readonly format: RenderingFormat | null;
    readonly language: RenderingLanguage | null;
    readonly state: StepState;
    /** Remarks that are through, of how many; 0 of 0 before it is known. */
    readonly done: number;
    readonly total: number;
    readonly attempts: number;
    /** Of its last attempt. */
    readonly startedAt: Instant | null;
    readonly finishedAt: Instant | null;
    readonly error: string | null;
  }[];
}

/** Inside JSON the driver reads no instants: they are written as one (ADR 12). */
const instantText = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

@Injectable()
export class ReportRunOf {
  constructor(private readonly database: Database) {}

  /** The newest run on a discussion's report, for officials of the developing body; undefined for everybody else. */
  async newest(discussionId: string, actor: Actor): Promise<RunView | undefined> {
    return isId(discussionId) ? this.one('r.discussion_id = $1', discussionId, actor) : undefined;
  }

  async byId(runId: string, actor: Actor): Promise<RunView | undefined> {
    return isId(runId) ? this.one('r.id = $1', runId, actor) : undefined;
  }

  private async one(condition: string, id: string, actor: Actor): Promise<RunView | undefined> {
    if (actor.kind !== 'officer') return undefined;
    const [run] = await this.database.query<RunView>(
      `select r.id, r.discussion_id as "discussionId", r.report_id as "reportId", r.state, r.attempt,
              r.requested_at as "requestedAt", r.finished_at as "finishedAt",
              (select json_agg(json_build_object('step', s.step, 'format', s.format, 'language', s.language, 'state', s.state,
                        'done', s.done, 'total', s.total, 'attempts', s.attempts, 'startedAt', ${instantText('s.started_at')},
                        'finishedAt', ${instantText('s.finished_at')}, 'error', s.error) order by s.ordinal)
                 from report_step s where s.run_id = r.id) as steps
         from report_run r join discussion d on d.id = r.discussion_id join procedure p on p.id = d.procedure_id
        where ${condition} and p.developer_id = $2
        order by r.requested_at desc, r.id desc limit 1`,
      [id, actor.bodyId],
    );
    return run;
  }
}
