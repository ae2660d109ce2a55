import { Database, type Queryable, type Transaction } from '#lib/database';
import { type Actor, type Instant, newId } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import type { RenderingFormat, RenderingLanguage } from '../domain/rendering-kinds.js';
import { plannedSteps, type RunState, STEP_ATTEMPTS, type StepName } from '../domain/report-run.js';

export interface StoredRun {
  readonly id: string;
  readonly discussionId: string;
  readonly reportId: string | null;
  readonly state: RunState;
  readonly attempt: number;
  readonly requestedBy: string;
}

export interface ClaimedStep {
  readonly ordinal: number;
  readonly step: StepName;
  readonly format: RenderingFormat | null;
  readonly language: RenderingLanguage | null;
  readonly run: StoredRun;
}

/** A worker that was not seen at its step for so long has died; another may take the step up. */
const SILENCE = `interval '60 seconds'`;

const columns = `r.id, r.discussion_id as "discussionId", r.report_id as "reportId", r.state, r.attempt, r.requested_by as "requestedBy"`;

@Injectable()
export class ReportRuns {
  constructor(private readonly database: Database) {}

  async byId(q: Queryable, id: string): Promise<StoredRun | undefined> {
    const [run] = await q.query<StoredRun>(`select ${columns} from report_run r where r.id = $1`, [id]);
    return run;
  }

  /** The run at work on the discussion's report, if one is. */
  async running(q: Queryable, discussionId: string): Promise<StoredRun | undefined> {
    const [run] = await q.query<StoredRun>(
      `select ${columns} from report_run r where r.discussion_id = $1 and r.state = 'RUNNING'`,
      [discussionId],
    );
    return run;
  }

  /** Plans a run; the caller holds the discussion and knows that none is at work. @returns its id */
  async begin(tx: Transaction, discussionId: string, actor: Actor, at: Instant): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into report_run (id, discussion_id, state, requested_by, requested_at) values ($1, $2, 'RUNNING', $3, $4)`,
      [id, discussionId, actorLabel(actor), at],
    );
    await tx.query(
      `insert into report_step (run_id, ordinal, step, format, language, state)
       select $1, s.ordinality, s.value->>'step', s.value->>'format', s.value->>'language', 'WAITING'
         from jsonb_array_elements($2::jsonb) with ordinality as s`,
      [id, JSON.stringify(plannedSteps)],
    );
    return id;
  }

  /**
   * Takes a step whose turn it is: what comes before it is done, and nobody is at it.
   * @returns undefined when it is not its turn, or no longer
   */
  async claim(runId: string, ordinal: number): Promise<ClaimedStep | undefined> {
    const [step] = await this.database.query<Omit<ClaimedStep, 'run'> & StoredRun>(
      `update report_step s
          set state = 'RUNNING', attempts = s.attempts + 1, done = 0, total = 0, error = null,
              started_at = clock_timestamp(), seen_at = clock_timestamp()
         from report_run r
        where s.run_id = $1 and s.ordinal = $2 and r.id = s.run_id and r.state = 'RUNNING'
          and (s.state in ('WAITING', 'FAILED') or s.state = 'RUNNING' and s.seen_at < clock_timestamp() - ${SILENCE})
          and not exists (select from report_step e where e.run_id = s.run_id and e.ordinal < s.ordinal and e.state <> 'DONE'
                             and (e.step <> 'RENDER' or s.step = 'PRESENT'))
       returning s.ordinal, s.step, s.format, s.language, ${columns}`,
      [runId, ordinal],
    );
    if (!step) return undefined;
    const { ordinal: at, step: name, format, language, ...run } = step;
    return { ordinal: at, step: name, format, language, run };
  }

  /** Says how far a step is. @returns false when the run was cancelled meanwhile */
  async progress(runId: string, ordinal: number, done: number, total: number): Promise<boolean> {
    const [row] = await this.database.query<{ state: RunState }>(
      `update report_step s set done = $3, total = $4, seen_at = clock_timestamp()
         from report_run r where s.run_id = $1 and s.ordinal = $2 and r.id = s.run_id returning r.state`,
      [runId, ordinal, done, total],
    );
    return row?.state === 'RUNNING';
  }

  /** The step is done, in the transaction of its effect. @returns false when the run was cancelled meanwhile */
  async finish(tx: Transaction, runId: string, ordinal: number): Promise<boolean> {
    const [run] = await tx.query<{ state: RunState }>('select state from report_run where id = $1 for share', [runId]);
    if (run?.state !== 'RUNNING') return false;
    await tx.query(
      `update report_step set state = 'DONE', finished_at = clock_timestamp(), done = greatest(done, total)
        where run_id = $1 and ordinal = $2`,
      [runId, ordinal],
    );
    return true;
  }

  /** The step failed; after three times the run does. @returns whether it may be tried again by itself */
  async fail(runId: string, ordinal: number, error: string): Promise<boolean> {
    const [step] = await this.database.query<{ attempts: number }>(
      `update report_step set state = 'FAILED', error = left($3, 500) where run_id = $1 and ordinal = $2 and state = 'RUNNING'
       returning attempts`,
      [runId, ordinal, error],
    );
    if (!step || step.attempts < STEP_ATTEMPTS) return true;
    await this.database.query(
      `update report_run set state = 'FAILED', finished_at = clock_timestamp() where id = $1 and state = 'RUNNING'`,
      [runId],
    );
    return false;
  }

  async keepReport(tx: Transaction, runId: string, reportId: string): Promise<void> {
    await tx.query('update report_run set report_id = $2 where id = $1', [runId, reportId]);
  }

  /** Ends a run, whatever of its steps is left. */
  async end(tx: Transaction, runId: string, state: Exclude<RunState, 'RUNNING'>): Promise<void> {
    if (state === 'DONE') {
      await tx.query(
        `update report_step set state = 'DONE', finished_at = coalesce(finished_at, clock_timestamp()) where run_id = $1`,
        [runId],
      );
    }
    await tx.query('update report_run set state = $2, finished_at = clock_timestamp() where id = $1', [runId, state]);
  }

  /** Tries a failed run again from where it stopped. */
  async restart(tx: Transaction, runId: string): Promise<void> {
    await tx.query(`update report_step set state = 'WAITING', attempts = 0 where run_id = $1 and state = 'FAILED'`, [
      runId,
    ]);
    await tx.query(`update report_run set state = 'RUNNING', finished_at = null, attempt = attempt + 1 where id = $1`, [
      runId,
    ]);
  }

  /** Runs whose worker has died, or whose jobs were lost: nothing of them was seen for two minutes. At most 100. */
  async silent(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select r.id from report_run r
        where r.state = 'RUNNING' and r.requested_at < clock_timestamp() - interval '2 minutes'
          and not exists (select from report_step s
                           where s.run_id = r.id and greatest(s.seen_at, s.finished_at) > clock_timestamp() - interval '2 minutes')
          and not exists (select from outbox_event e where e.event = 'report.requested' and e.data->>'runId' = r.id::text
                             and e.created_at > clock_timestamp() - interval '2 minutes')
        order by r.requested_at limit 100`,
    );
    return rows.map(({ id }) => id);
  }
}
