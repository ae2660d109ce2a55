import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isInstant, newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf } from '#lib/testing';
import { plannedSteps } from '../domain/report-run.js';
import { DiscussionsWithoutReport } from '../queries/discussions-without-report.js';
import { ReportFlow } from '../queries/report-flow.js';
import { ReportOf } from '../queries/report-of.js';
import { ReportRunOf } from '../queries/report-run-of.js';
import { codeOf, type ReportBed, refuse, reportBed } from '../testing/report-bed.js';
import { AssembleReport } from './assemble-report.js';
import { CancelReportRun } from './cancel-report-run.js';
import { RequestReport } from './request-report.js';
import { RetryReportRun } from './retry-report-run.js';
import { RunReportStep } from './run-report-step.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await reportBed();
});
afterAll(() => bed.stop());

const missing = () => bed.get(DiscussionsWithoutReport).list();
const request = (rows: DiscussionRows) => bed.get(RequestReport).execute(rows.discussionId, officerOf(rows.bodyId));
const step = (runId: string, ordinal: number) => bed.get(RunReportStep).execute({ runId, ordinal });
const view = async (rows: DiscussionRows) => {
  const run = await bed.get(ReportRunOf).newest(rows.discussionId, officerOf(rows.bodyId));
  if (!run) throw new Error('no run');
  return run;
};
const LAST = plannedSteps.length;
const stepsFrom = async (runId: string, from: number, to = LAST) => {
  for (let ordinal = from; ordinal <= to; ordinal++) await step(runId, ordinal);
};
const count = async (sql: string, ...parameters: unknown[]) =>
  (await bed.database.query<{ n: number }>(`select count(*)::int as n from ${sql}`, parameters))[0]?.n;

describe('a report that is missing', () => {
  it('is found until it was asked for, and not for an open or withdrawn discussion', async () => {
    const { discussionId } = await insertDiscussion(bed.database);
    const others = [await insertDiscussion(bed.database, { state: 'OPEN' })];
    others.push(await insertDiscussion(bed.database, { state: 'WITHDRAWN' }));
    expect(await missing()).toContain(discussionId);
    for (const other of others) expect(await missing()).not.toContain(other.discussionId);
    await bed.get(RequestReport).execute(discussionId);
    expect(await missing()).not.toContain(discussionId);
  });

  it('is not asked for by another body, nor while the discussion is open', async () => {
    const { discussionId } = await insertDiscussion(bed.database);
    const open = await insertDiscussion(bed.database, { state: 'OPEN' });
    const asked = bed.get(RequestReport);
    expect(await codeOf(asked.execute(discussionId, officerOf(newId())))).toBe('not-found');
    expect(await codeOf(asked.execute('nothing'))).toBe('not-found');
    expect(await codeOf(asked.execute(open.discussionId))).toBe('wrong-state');
  });

  it('asked for twice is one run, told once', async () => {
    const rows = await insertDiscussion(bed.database);
    const runs = await Promise.all([request(rows), request(rows), request(rows)]);
    expect(new Set(runs).size).toBe(1);
    expect(await count(`outbox_event where event = 'report.requested' and data->>'runId' = $1`, runs[0])).toBe(1);
  });
});

describe('the steps of a run', () => {
  it('are done in their order and once each; a step out of turn does nothing', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 2 });
    const runId = await request(rows);
    expect(await step(runId, 2)).toBe('skipped');
    expect(await step(runId, LAST)).toBe('skipped');
    expect(await step(runId, 1)).toBe('done');
    expect(await step(runId, 1)).toBe('skipped');
    expect(await step(runId, 4)).toBe('skipped');
    await step(runId, 2);
    // Documents wait for the data, not for each other.
    expect(await step(runId, 5)).toBe('done');
    expect(await step(runId, LAST)).toBe('skipped');
    expect(await bed.get(ReportOf).versions(rows.discussionId, officerOf(rows.bodyId))).toEqual([]);
    const [first, , third] = (await view(rows)).steps;
    expect([first?.startedAt, first?.finishedAt].every((at) => isInstant(at ?? ''))).toBe(true);
    expect([third?.startedAt, third?.finishedAt]).toEqual([null, null]);
    await stepsFrom(runId, 3);
    expect((await view(rows)).state).toBe('DONE');
    const [report] = await bed.get(ReportOf).versions(rows.discussionId, officerOf(rows.bodyId));
    expect(report).toMatchObject({ state: 'ASSEMBLED', renderings: { length: LAST - 3 } });
  });

  it('go on the queue as the data first, then the documents side by side, and only what is left', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const runId = await request(rows);
    const ordinals = (node: Awaited<ReturnType<ReportFlow['next']>>): unknown =>
      node && [node.data.ordinal, ...(node.children ?? []).map(ordinals)];
    expect(ordinals(await bed.get(ReportFlow).next(runId))).toEqual(['2', ['1']]);
    await step(runId, 1);
    expect(ordinals(await bed.get(ReportFlow).next(runId))).toEqual(['2']);
    await stepsFrom(runId, 2, LAST - 2);
    expect(ordinals(await bed.get(ReportFlow).next(runId))).toEqual([String(LAST), [String(LAST - 1)]]);
    await stepsFrom(runId, LAST - 1);
    expect(await bed.get(ReportFlow).next(runId)).toBeUndefined();
    expect(await bed.get(ReportFlow).next('nothing')).toBeUndefined();
  });

  it('of a killed worker are taken up by another after a minute, not before; what was done stays done', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const runId = await request(rows);
    await stepsFrom(runId, 1, 3);
    await bed.database.query(
      `update report_step set state = 'RUNNING', seen_at = clock_timestamp() where run_id = $1 and ordinal = 4`,
      [runId],
    );
    expect(await step(runId, 4)).toBe('skipped');
    await bed.database.query(
      `update report_step set seen_at = clock_timestamp() - interval '61 seconds' where run_id = $1 and ordinal = 4`,
      [runId],
    );
    expect(await step(runId, 4)).toBe('done');
    await stepsFrom(runId, 5);
    expect((await view(rows)).state).toBe('DONE');
    expect(await count('report where discussion_id = $1', rows.discussionId)).toBe(1);
  });

  it('a run that stands still for two minutes is found', async () => {
    const rows = await insertDiscussion(bed.database);
    const runId = await request(rows);
    const silent = () => bed.get(DiscussionsWithoutReport).silentRuns();
    expect(await silent()).not.toContain(runId);
    await bed.database.query(`update outbox_event set created_at = created_at - interval '3 minutes'`);
    await bed.database.query(
      `update report_run set requested_at = clock_timestamp() - interval '3 minutes' where id = $1`,
      [runId],
    );
    expect(await silent()).toContain(runId);
    await step(runId, 1);
    expect(await silent()).not.toContain(runId);
  });

  it('with the same facts end at the version that stands', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const { reportId } = await bed
      .get(AssembleReport)
      .execute({ discussionId: rows.discussionId }, officerOf(rows.bodyId));
    const runId = await request(rows);
    await step(runId, 1);
    expect(await view(rows)).toMatchObject({ id: runId, state: 'DONE', reportId });
  });
});

describe('a step that fails', () => {
  const broken = `alter table report_rendering add constraint broken check (format <> 'CSV') not valid`;
  const mended = 'alter table report_rendering drop constraint broken';

  it('is tried three times, then waits for a person; the retry does only what is left', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const runId = await request(rows);
    await stepsFrom(runId, 1, 3);
    await bed.database.query(broken);
    for (let attempt = 1; attempt <= 3; attempt++) await expect(step(runId, 4)).rejects.toThrow(/broken/);
    expect(await step(runId, 4)).toBe('skipped');
    await bed.database.query(mended);
    const failed = await view(rows);
    expect([failed.state, failed.steps[3]?.state, failed.steps[3]?.error]).toEqual([
      'FAILED',
      'FAILED',
      expect.stringMatching(/broken/),
    ]);
    expect(await codeOf(bed.get(RetryReportRun).execute(runId, officerOf(newId())))).toBe('not-found');
    await bed.get(RetryReportRun).execute(runId, officerOf(rows.bodyId));
    expect((await view(rows)).steps.map(({ state }) => state).filter((state) => state === 'DONE')).toHaveLength(3);
    await stepsFrom(runId, 4);
    expect(await view(rows)).toMatchObject({ state: 'DONE', attempt: 2 });
    expect(await codeOf(bed.get(RetryReportRun).execute(runId, officerOf(rows.bodyId)))).toBe('wrong-state');
  });

  it('leaves no document, not half a one', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const runId = await request(rows);
    await stepsFrom(runId, 1, 3);
    const files = await count('stored_file');
    await bed.database.query(broken);
    await expect(step(runId, 4)).rejects.toThrow(/broken/);
    await bed.database.query(mended);
    expect(await count('stored_file')).toBe(files);
    const { reportId } = await view(rows);
    expect(await count(`report_rendering where report_id = $1 and format = 'CSV'`, reportId)).toBe(0);
  });

  it('in the assembly leaves no version and no rows', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const runId = await request(rows);
    await bed.database.query('alter table report_fact add constraint broken check (false) not valid');
    await expect(step(runId, 1)).rejects.toThrow(/broken/);
    await bed.database.query('alter table report_fact drop constraint broken');
    expect(await count('report where discussion_id = $1', rows.discussionId)).toBe(0);
    expect(
      await count('ledger_entry where act = $1 and data like $2', 'report.assembled', `%${rows.discussionId}%`),
    ).toBe(0);
    await stepsFrom(runId, 1);
    expect((await view(rows)).state).toBe('DONE');
  });
});

describe('cancelling', () => {
  it('drops what was made; the next request starts anew', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const runId = await request(rows);
    await stepsFrom(runId, 1, 4);
    const { reportId } = await view(rows);
    expect(await codeOf(bed.get(CancelReportRun).execute(runId, officerOf(newId())))).toBe('not-found');
    await bed.get(CancelReportRun).execute(runId, officerOf(rows.bodyId));
    expect(await step(runId, 5)).toBe('skipped');
    expect((await view(rows)).state).toBe('CANCELLED');
    expect(await count('report_row where report_id = $1', reportId)).toBe(0);
    expect(await count('report_rendering where report_id = $1', reportId)).toBe(0);
    expect(await codeOf(bed.get(CancelReportRun).execute(runId, officerOf(rows.bodyId)))).toBe('wrong-state');
    expect(await request(rows)).not.toBe(runId);
  });

  it('while the last step is at work leaves the version before it in place', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const first = await bed.get(AssembleReport).execute({ discussionId: rows.discussionId }, officerOf(rows.bodyId));
    await refuse(bed, rows, 0);
    const runId = await request(rows);
    await stepsFrom(runId, 1, LAST - 1);
    await Promise.all([
      step(runId, LAST),
      bed
        .get(CancelReportRun)
        .execute(runId, officerOf(rows.bodyId))
        .catch(() => undefined),
    ]);
    const [standing] = await bed.get(ReportOf).versions(rows.discussionId, officerOf(rows.bodyId));
    const { state } = await view(rows);
    const isCancelled = state === 'CANCELLED';
    expect(['DONE', 'CANCELLED']).toContain(state);
    const unsigned = await bed.database.query<{ id: string }>(
      `select id from report where discussion_id = $1 and state = 'ASSEMBLED'`,
      [rows.discussionId],
    );
    expect(unsigned).toHaveLength(1);
    expect(unsigned[0]?.id === first.reportId).toBe(isCancelled);
    expect(standing).toBeDefined();
  });
});
