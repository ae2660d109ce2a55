import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { plannedSteps } from '#lib/reports';
import { EventStreams } from '../src/request/event-streams.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import {
  as,
  carryOut,
  type ClosedScene,
  closedScene,
  decideAll,
  postForm,
  requested,
  serviceOf,
} from './report-scene.js';
import { type Session, signIn } from './scene.js';

const t = translator('ru');
const LAST = plannedSteps.length;

let portal: PortalUnderTest;
let base: string;
let scene: ClosedScene;
let officer: Session;
beforeAll(async () => {
  portal = await startPortal();
  base = await portal.listen();
  scene = await closedScene(portal, 'Бірінші ескерту', 'Екінші ескерту');
  await decideAll(portal, scene);
  officer = await signIn(portal, scene.officer);
});
afterAll(() => portal.stop());
/** Every run is over, so that the next test begins its own. */
afterEach(() =>
  portal.database.query(
    `update report_run set state = 'CANCELLED', finished_at = clock_timestamp() where state in ('RUNNING', 'FAILED')`,
  ),
);

const pathOf = (page: string, language = 'ru') =>
  `/${language}/officer/discussions/${scene.discussionId}/report${page}`;
const streams = () => serviceOf(portal, EventStreams);
const until = async (isSo: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 100 && !(await isSo()); tries++) await pause(50);
  expect(await isSo()).toBe(true);
};
interface Told {
  readonly name: string;
  readonly data: {
    summary: string;
    isRunning: boolean;
    steps: { id: string; progress: string; state: { text: string } }[];
  };
}

/** Listens over a real socket; events as they come, and a way to leave. */
async function listen(session?: Session, path = pathOf('/progress')) {
  const leave = new AbortController();
  const answer = await fetch(base + path, {
    headers: session ? { cookie: session.headers.cookie } : {},
    redirect: 'manual',
    signal: leave.signal,
  });
  const told: Told[] = [];
  let text = '';
  const ended = (async () => {
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
        if (name && data) told.push({ name, data: JSON.parse(data) as Told['data'] });
        text = text.slice(end + 2);
      }
    }
  })().catch(() => undefined);
  return { answer, told, ended, leave: () => leave.abort() };
}

describe('the making of the report', () => {
  it('is asked for by a button, shown step by step, and given up', async () => {
    const none = await portal.get(pathOf('/making'), as(officer));
    expect(none.body).toContain(t('making.none'));
    expect(none.body).not.toContain('report-progress.js');
    expect((await postForm(portal, officer, pathOf('/assemble'))).headers.location).toBe(pathOf('/making'));
    const running = await portal.get(pathOf('/making'), as(officer));
    expect(running.body).toContain(t('making.summary', { state: t('making.state.RUNNING'), done: 0, total: LAST }));
    expect(running.body.match(/<tr class="govuk-table__row" id="step-/g)).toHaveLength(LAST);
    expect(running.body).toContain(`data-events="${pathOf('/progress')}"`);
    expect(running.body).toContain(t('making.refresh'));
    expect(running.body).toMatch(/role="status" aria-live="polite"/);
    expect((await postForm(portal, officer, `${pathOf('/making')}/retry`)).statusCode).toBe(409);
    expect((await postForm(portal, officer, `${pathOf('/making')}/cancellation`)).headers.location).toBe(
      pathOf('/making'),
    );
    const given = await portal.get(pathOf('/making'), as(officer));
    expect(given.body).toContain(t('making.state.CANCELLED'));
    expect(given.body).toContain(t('report.assemble'));
    expect((await postForm(portal, officer, `${pathOf('/making')}/cancellation`)).statusCode).toBe(409);
  });

  it('tells why a step failed in people’s words, and is tried again from there', async () => {
    const runId = await requested(portal, scene);
    await carryOut(portal, runId, 1, 2);
    await portal.database.query(
      `update report_step set state = 'FAILED', attempts = 3, error = 'QueryFailedError: canceling statement due to statement timeout'
        where run_id = $1 and ordinal = 3`,
      [runId],
    );
    await portal.database.query(
      `update report_run set state = 'FAILED', finished_at = clock_timestamp() where id = $1`,
      [runId],
    );
    const failed = await portal.get(pathOf('/making'), as(officer));
    expect(failed.body).toContain(t('making.failure.took-too-long'));
    expect(failed.body).toContain('canceling statement due to statement timeout');
    expect(failed.body).toContain(t('making.retry'));
    expect((await postForm(portal, officer, `${pathOf('/making')}/retry`)).statusCode).toBe(303);
    await carryOut(portal, runId, 3);
    const done = await portal.get(pathOf('/making'), as(officer));
    expect(done.body).toContain(t('making.summary', { state: t('making.state.DONE'), done: LAST, total: LAST }));
    expect(done.body).toMatch(/step-started">\d\d:\d\d:\d\d</);
  });

  it('lets only this page ask the server for more', async () => {
    const policy = async (page: string) =>
      String((await portal.get(page, as(officer))).headers['content-security-policy']);
    expect(await policy(pathOf('/making'))).toContain("connect-src 'self'");
    for (const page of [pathOf(''), pathOf('/sign'), pathOf('/progress'), '/ru/officer'])
      expect(await policy(page)).not.toContain('connect-src');
  });
});

describe('the events of the making', () => {
  it('come while the real steps run, and end with the run', async () => {
    const own = await closedScene(portal, 'Бірінші ескерту');
    await decideAll(portal, own);
    const runId = await requested(portal, own);
    const path = `/ru/officer/discussions/${own.discussionId}/report/progress`;
    const { answer, told, ended } = await listen(await signIn(portal, own.officer), path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('x-accel-buffering')).toBe('no');
    await until(() => told.length === 1);
    expect(told[0]?.data).toMatchObject({ isRunning: true, steps: { length: LAST } });
    await carryOut(portal, runId, 1, 2);
    await until(() => told.at(-1)?.data.steps[1]?.state.text === t('making.step-state.DONE'));
    await portal.database.query(
      `update report_step set state = 'RUNNING', done = 1200, total = 5000, seen_at = clock_timestamp() where run_id = $1 and ordinal = 3`,
      [runId],
    );
    await until(
      () => told.at(-1)?.data.steps[2]?.progress === t('making.progress', { done: '1\u00a0200', total: '5\u00a0000' }),
    );
    await portal.database.query(`update report_step set state = 'WAITING' where run_id = $1 and ordinal = 3`, [runId]);
    await carryOut(portal, runId, 3);
    await ended;
    expect(told.slice(-2).map(({ name }) => name)).toEqual(['progress', 'end']);
    expect(told.at(-2)?.data).toMatchObject({ isRunning: false });
    const summaries = told.slice(0, -1).map(({ data }) => data.summary);
    expect(summaries.at(-1)).toBe(t('making.summary', { state: t('making.state.DONE'), done: LAST, total: LAST }));
    await until(() => streams().open === 0);
  });

  it('of a run that is over are its last state and the end', async () => {
    const { told, ended } = await listen(officer);
    await ended;
    expect(told.map(({ name }) => name)).toEqual(['progress', 'end']);
  });

  it('cost no place and no connection once the browser has left in the middle', async () => {
    await requested(portal, scene);
    const { told, leave } = await listen(officer);
    await until(() => told.length === 1);
    expect(streams().open).toBe(1);
    leave();
    await until(() => streams().open === 0);
    const held = await portal.database.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'talqy-portal' and state <> 'idle'`,
    );
    expect(held[0]?.n).toBe(0);
  });

  it('hold no connection of the database while they wait: more watch than there are connections', async () => {
    await requested(portal, scene);
    const watching = await Promise.all(Array.from({ length: 12 }, () => listen(officer)));
    await until(() => watching.every(({ told }) => told.length > 0));
    expect(streams().open).toBe(12);
    expect((await portal.get(pathOf(''), as(officer))).statusCode).toBe(200);
    for (const { leave } of watching) leave();
    await until(() => streams().open === 0);
  });

  it('are refused when too many watch, and again given when one has left', async () => {
    await requested(portal, scene);
    const places = Array.from({ length: 40 - streams().open }, () =>
      streams().answer(async function* (signal) {
        yield 'x\n\n';
        await pause(60_000, undefined, { signal }).catch(() => undefined);
      }),
    );
    const { statusCode, headers } = await portal.get(pathOf('/progress'), as(officer));
    expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
    places[0]?.getStream().destroy();
    await until(() => streams().open === 39);
    const { told, leave } = await listen(officer);
    await until(() => told.length === 1);
    leave();
    for (const place of places) place.getStream().destroy();
    await until(() => streams().open === 0);
  });

  it('are nobody else’s', async () => {
    await requested(portal, scene);
    const { answer } = await listen();
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ru/sign-in?again=1']);
    const stranger = await signIn(portal, scene.stranger);
    expect((await listen(stranger)).answer.status).toBe(404);
    expect((await listen(await signIn(portal, scene.administrator))).answer.status).toBe(403);
    const unknown = `/ru/officer/discussions/${newId()}/report/progress`;
    expect((await portal.get(unknown, as(officer))).statusCode).toBe(404);
    expect(streams().open).toBe(0);
  });

  it('of a discussion whose report nobody asked for are none', async () => {
    const none = await closedScene(portal);
    const session = await signIn(portal, none.officer);
    const path = `/ru/officer/discussions/${none.discussionId}/report/progress`;
    expect((await portal.get(path, as(session))).statusCode).toBe(404);
  });

  it('end when the portal does, which waits for nobody', async () => {
    const other = await startPortal();
    const address = await other.listen();
    const theirs = await closedScene(other);
    const session = await signIn(other, theirs.officer);
    await requested(other, theirs);
    const answer = await fetch(`${address}/ru/officer/discussions/${theirs.discussionId}/report/progress`, {
      headers: { cookie: session.headers.cookie },
    });
    const text = answer.text();
    await pause(300);
    const started = performance.now();
    await other.stop();
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(await text).toContain('event: progress');
  });
});
