import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, system } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf, type RemarkSpec, type TestBed } from '#lib/testing';
import pg from 'pg';
import { GroupingProgress } from '../../queries/grouping/grouping-progress.js';
import { until } from '../../testing/consideration-bed.js';
import {
  lastRun,
  letter,
  letterOnPaper,
  others,
  search,
  startGroupingBed,
  suggestionsOf,
} from '../../testing/grouping-bed.js';
import { RequestGrouping } from './request-grouping.js';
import { SuggestGroups } from './suggest-groups.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startGroupingBed();
});
afterAll(() => bed.stop());

const discussion = (remarks: readonly RemarkSpec[], state: 'CLOSED' | 'OPEN' = 'CLOSED') =>
  insertDiscussion(bed.database, { remarks, state });
const bodies = (...texts: string[]): RemarkSpec[] => texts.map((body) => ({ body }));
const searched = async (remarks: readonly RemarkSpec[]) => {
  const rows = await discussion(remarks);
  await search(bed, rows);
  return suggestionsOf(bed, rows);
};

describe('what is suggested (REQ-44)', () => {
  it('the same text, whatever its case and punctuation, is exact; the rest stands by itself', async () => {
    const [found, ...more] = await searched(bodies(others[0], letter, others[1], letter.toUpperCase(), `«${letter}»`));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ kind: 'EXACT', size: 3, authors: 3, places: [1, 3, 4], joins: null });
    expect(found?.likeness).toEqual({ least: 1, most: 1 });
  });

  it('a similar text is near, with its likeness to the earliest', async () => {
    const [found, ...more] = await searched(bodies(letter, others[0], letterOnPaper, letter, others[2]));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ kind: 'NEAR', size: 3, places: [0, 2, 3], representative: { text: letter } });
    expect(found?.likenesses).toEqual([1, found?.likeness.least, 1]);
    expect(found?.likeness.least).toBeGreaterThan(0.4);
    expect(found?.likeness.least).toBeLessThan(0.9);
  });

  it('the largest comes first; Chinese is compared by characters', async () => {
    const found = await searched(
      bodies('请把期限缩短到三天，谢谢', letter, '请把期限缩短到三天吧，谢谢', letter, letterOnPaper),
    );
    expect(found.map(({ kind, places }) => [kind, places])).toEqual([
      ['NEAR', [1, 3, 4]],
      ['NEAR', [0, 2]],
    ]);
  });

  it('a withdrawn or hidden remark is not suggested, nor one of another discussion', async () => {
    await discussion(bodies(letter, letter));
    const found = await searched([
      { body: letter },
      { body: letter, state: 'WITHDRAWN' },
      { body: letter, state: 'HIDDEN' },
    ]);
    expect(found).toEqual([]);
  });

  it('REQ-45: nothing but remarks is looked at: with none there is nothing to suggest', async () => {
    expect(await searched([])).toEqual([]);
  });
});

describe('one sender by several ways (REQ-43)', () => {
  const from = (
    channel: RemarkSpec['channel'],
    name: string,
    email: string | null,
    bin: string | null = null,
  ): RemarkSpec => ({
    body: `${name}, ${email}, ${channel}: ${others[(channel ?? '').length % 3]}`,
    channel,
    sender: { name, email, bin },
  });

  it('is suggested by address, BIN and name, also through each other', async () => {
    const found = await searched([
      from('EMAIL', 'Ә. Жібекқызы', 'Asel@example.kz'),
      from('IMPORT', 'Жібекқызы Әсел', 'asel@example.kz'),
      from('PAPER', 'жібекқызы  әсел', null),
      from('DESK', 'Нұрлан Ахметов', null, '123456789012'),
      from('PAPER', 'Айгүл Сәрсенова', null, '123456789012'),
    ]);
    const senders = found.filter(({ kind }) => kind === 'SAME_SENDER');
    expect(senders.map(({ places }) => places)).toEqual(
      expect.arrayContaining([
        [0, 1, 2],
        [3, 4],
      ]),
    );
    expect(senders).toHaveLength(2);
  });

  it('is not suggested for one way only, nor for a name of one word', async () => {
    const found = await searched([
      from('PAPER', 'Жібекқызы Әсел', 'asel@example.kz'),
      from('PAPER', 'Жібекқызы Әсел', 'asel@example.kz'),
      from('DESK', 'Аноним', null),
      from('EMAIL', 'Аноним', null),
    ]);
    expect(found.filter(({ kind }) => kind === 'SAME_SENDER')).toEqual([]);
  });
});

describe('a run', () => {
  const request = (rows: DiscussionRows, bodyId = rows.bodyId) =>
    bed.get(RequestGrouping).execute(rows.discussionId, officerOf(bodyId));
  const runs = (rows: DiscussionRows) =>
    bed.database.query('select state, error from grouping_run where discussion_id = $1 order by requested_at', [
      rows.discussionId,
    ]);
  const progress = (rows: DiscussionRows) => bed.get(GroupingProgress).of(rows.discussionId, officerOf(rows.bodyId));

  it('is told to a worker once while it waits, and carried out once', async () => {
    const rows = await discussion(bodies(letter, letter));
    await Promise.all([request(rows), request(rows), request(rows)]);
    const runId = await lastRun(bed, rows.discussionId);
    expect(await progress(rows)).toMatchObject({ isOpen: true, run: { state: 'RUNNING', stage: 'WAITING' } });
    const events = await bed.database.query(`select from outbox_event where data ->> 'runId' = $1`, [runId]);
    expect(events).toHaveLength(1);
    expect(await bed.get(SuggestGroups).execute(runId)).toBe('done');
    const [before] = await suggestionsOf(bed, rows);
    expect(await bed.get(SuggestGroups).execute(runId)).toBe('settled');
    expect(await suggestionsOf(bed, rows)).toEqual([before]);
    expect(await progress(rows)).toMatchObject({ isOpen: true, run: { state: 'DONE' } });
  });

  it('run again finds the same', async () => {
    const rows = await discussion(bodies(letter, letterOnPaper, letter, others[0], others[0]));
    await search(bed, rows);
    const before = await suggestionsOf(bed, rows);
    await search(bed, rows);
    const withoutIds = (list: typeof before) => list.map(({ id: _, ...rest }) => rest);
    expect(withoutIds(await suggestionsOf(bed, rows))).toEqual(withoutIds(before));
  });

  it('that fails in the middle leaves the old suggestions, and is carried out when tried again', async () => {
    const rows = await discussion(bodies(letter, letter));
    await search(bed, rows);
    const before = await suggestionsOf(bed, rows);
    await request(rows);
    const runId = await lastRun(bed, rows.discussionId);
    await bed.database.query(
      `create function fails() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$`,
    );
    await bed.database.query(
      'create trigger fails before update on group_suggestion for each row execute function fails()',
    );
    await expect(bed.get(SuggestGroups).execute(runId)).rejects.toThrow('disk full');
    expect(await suggestionsOf(bed, rows)).toEqual(before);
    expect(await runs(rows)).toMatchObject([{ state: 'DONE' }, { state: 'FAILED', error: 'disk full' }]);
    await bed.database.query('drop trigger fails on group_suggestion');
    expect(await bed.get(SuggestGroups).execute(runId)).toBe('done');
    expect(await runs(rows)).toMatchObject([{ state: 'DONE' }, { state: 'DONE', error: null }]);
  });

  it('belongs to one worker at a time, and to the next when that one is gone', async () => {
    const rows = await discussion(bodies(letter, letter));
    await request(rows);
    const runId = await lastRun(bed, rows.discussionId);
    const [{ key }] = (await bed.database.query('select no as key from discussion where id = $1', [
      rows.discussionId,
    ])) as [{ key: number }];
    const other = new pg.Client({ connectionString: bed.database.url });
    await other.connect();
    await other.query('select pg_advisory_lock(7004, $1)', [key]);
    await bed.database.query(`update grouping_run set stage = 'COMPARING', done = 12, total = 32 where id = $1`, [
      runId,
    ]);
    expect(await bed.get(SuggestGroups).execute(runId)).toBe('elsewhere');
    await other.end();
    await until(async () => (await bed.get(SuggestGroups).execute(runId)) === 'done');
    expect(await suggestionsOf(bed, rows)).toHaveLength(1);
  });

  it('gives way to a newer one', async () => {
    const rows = await discussion(bodies(letter, letter));
    await request(rows);
    const old = await lastRun(bed, rows.discussionId);
    await bed.database.query(`update grouping_run set state = 'FAILED' where id = $1`, [old]);
    await search(bed, rows);
    expect(await bed.get(SuggestGroups).execute(old)).toBe('settled');
    expect(await bed.get(SuggestGroups).execute(newId())).toBe('settled');
  });

  it('is not begun, and not asked for by the system, once the report is signed', async () => {
    const rows = await discussion(bodies(letter, letter));
    await request(rows);
    const runId = await lastRun(bed, rows.discussionId);
    await bed.database.query(
      `insert into report (id, discussion_id, version, state, data, data_sha256, blockers, assembled_at, signed_at, signed_by)
       values ($1, $2, 1, 'SIGNED', '{}', '\\x00', '[]', now(), now(), $1)`,
      [newId(), rows.discussionId],
    );
    expect(await bed.get(SuggestGroups).execute(runId)).toBe('settled');
    expect(await runs(rows)).toMatchObject([{ state: 'FAILED', error: 'the report is signed' }]);
    await bed.get(RequestGrouping).execute(rows.discussionId, system('closing'));
    await expect(request(rows)).rejects.toMatchObject({ code: 'report-frozen' });
    expect(await runs(rows)).toHaveLength(1);
  });

  it('is asked for by the system once, by officers of the body after the close', async () => {
    const rows = await discussion(bodies(letter));
    await bed.get(RequestGrouping).execute(rows.discussionId, system('closing'));
    await bed.get(SuggestGroups).execute(await lastRun(bed, rows.discussionId));
    await bed.get(RequestGrouping).execute(rows.discussionId, system('closing'));
    expect(await runs(rows)).toHaveLength(1);
    await expect(request(rows, newId())).rejects.toMatchObject({ code: 'not-found' });
    await expect(request({ ...rows, discussionId: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    const asSigner = bed.get(RequestGrouping).execute(rows.discussionId, officerOf(rows.bodyId, 'signer'));
    await expect(asSigner).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(request(await discussion(bodies(letter), 'OPEN'))).rejects.toMatchObject({ code: 'wrong-state' });
    await expect(bed.get(GroupingProgress).of(rows.discussionId, officerOf(newId()))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
