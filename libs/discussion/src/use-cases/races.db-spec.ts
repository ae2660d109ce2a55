import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { type DiscussionRows, officerOf, type TestBed } from '#lib/testing';
import { ImportCalendar } from '#lib/working-calendar';
import type { RemarkContent } from '../domain/remark-content.js';
import { now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { draftToPlace, placedOn } from '../testing/draft-to-place.js';
import { AddPlacement } from './add-placement.js';
import { CloseDiscussion } from './close-discussion.js';
import { PlaceDraft } from './place-draft.js';
import { RecordReceivedRemark } from './record-received-remark.js';
import { ReplaceRemark } from './replace-remark.js';
import { SubmitRemark } from './submit-remark.js';
import { WithdrawRemark } from './withdraw-remark.js';

let bed: TestBed;

beforeAll(async () => {
  bed = await startDiscussionBed({ drainSeconds: 0 });
});
afterAll(() => bed.stop());

const content = (text: string): RemarkContent => ({ kind: 'REMARK', language: 'ru', text, anchors: [] });
const codes = (works: Promise<unknown>[]) =>
  Promise.all(
    works.map((work) =>
      work.then(
        () => 'done',
        (error: { code: string }) => error.code,
      ),
    ),
  );
const remark = async ({ number }: { number: string }) => {
  const [row] = await bed.database.query<{ body: string; state: string; revision: number; kept: number }>(
    `select body, state, revision, (select count(*)::int from remark_revision v where v.remark_id = r.id) as kept
       from remark r where number = $1`,
    [number],
  );
  return row;
};
const submit = async (discussion: DiscussionRows) => bed.get(SubmitRemark).execute(remarkOn(discussion), now);

describe('acts on one remark at the same time (REQ-38)', () => {
  it('ten replacements follow each other; each is kept', async () => {
    const receipt = await submit(await openDiscussion(bed.database));
    const texts = Array.from({ length: 10 }, (_, i) => `Мәтін ${i}`);
    const replaced = await Promise.all(
      texts.map((text) => bed.get(ReplaceRemark).execute({ ...receipt, content: content(text) }, now)),
    );
    expect(await remark(receipt)).toMatchObject({ revision: 11, kept: 10 });
    expect(new Set(replaced.map(({ commitment }) => commitment)).size).toBe(10);
  });

  it('an act that waits for another is not moved later by the waiting (REQ-34)', async () => {
    const receipt = await submit(await openDiscussion(bed.database));
    const [before] = await bed.database.query<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
    );
    const held = bed.database.query(
      `with held as (update remark set state = state where number = $1 returning id) select pg_sleep(1.2) from held`,
      [receipt.number],
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const replaced = await bed.get(ReplaceRemark).execute({ ...receipt, content: content('Басқа') }, now);
    await held;
    const waited = (Date.parse(replaced.receivedAt) - Date.parse(before?.at ?? '')) / 1_000;
    expect(waited).toBeLessThan(0.8);
  });

  it('replacing against withdrawing: either way one end, and no version lost', async () => {
    const receipt = await submit(await openDiscussion(bed.database));
    const answers = await codes([
      bed.get(ReplaceRemark).execute({ ...receipt, content: content('Басқа') }, now),
      bed.get(WithdrawRemark).execute(receipt, now),
      bed.get(WithdrawRemark).execute(receipt, now),
    ]);
    expect(answers.slice(1).toSorted()).toEqual(['done', 'wrong-state']);
    const row = await remark(receipt);
    expect(row).toMatchObject({ state: 'WITHDRAWN', kept: (row?.revision ?? 0) - 1 });
    expect(answers[0]).toBe(row?.revision === 2 ? 'done' : 'wrong-state');
  });

  it('replacing against the close: done before it or refused after it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const discussion = await openDiscussion(bed.database, 0.15);
      const receipt = await submit(discussion);
      await new Promise((resolve) => setTimeout(resolve, 145));
      const [answer] = await codes([
        bed.get(ReplaceRemark).execute({ ...receipt, content: content('Басқа') }, now),
        bed.get(CloseDiscussion).execute(discussion.discussionId),
      ]);
      const row = await remark(receipt);
      expect(answer).toBe(row?.revision === 2 ? 'done' : 'discussion-closed');
    }
  });
});

describe('what an official records', () => {
  it('refuses an arrival in the future, also one after the close: nothing is late that has not come (REQ-41)', async () => {
    const open = await openDiscussion(bed.database);
    const { content: said, sender } = remarkOn(open);
    const letter = { channel: 'PAPER', content: said, sender } as const;
    await expect(
      bed
        .get(RecordReceivedRemark)
        .execute(open.discussionId, { ...letter, arrivedAt: instant('2999-01-01T00:00:00Z') }, officerOf(open.bodyId)),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await bed.database.query('select from late_arrival')).toEqual([]);
  });
});

describe('placements of a running term', () => {
  const days = (count: number) => instant(new Date(Date.now() - count * 86_400_000).toISOString());

  it('refuses one by which the term would have been over before remarks that were taken (REQ-39)', async () => {
    const { bodyId, procedureId } = await draftToPlace(bed, { family: 'kz-126-by-decision' });
    const actor = officerOf(bodyId);
    const placed = placedOn('EGOV_PORTAL', days(60));
    const discussionId = await bed.get(PlaceDraft).execute({ procedureId, placements: [placed] }, actor);
    await bed.get(SubmitRemark).execute(remarkOn({ discussionId, clauses: [] }), now);
    const late = { discussionId, placement: placedOn('OWN_RESOURCE', days(50)) };
    await expect(bed.get(AddPlacement).execute(late, actor)).rejects.toMatchObject({ code: 'placement-refused' });
    const today = { discussionId, placement: placedOn('OWN_RESOURCE', days(0.001)) };
    expect((await bed.get(AddPlacement).execute(today, actor)).closeAt).not.toBeNull();
  });

  it('an extension outlives the job of the earlier close, and another calendar never shortens (I8, REQ-07)', async () => {
    const { bodyId, procedureId } = await draftToPlace(bed, { family: 'kz-126-by-decision' });
    const actor = officerOf(bodyId);
    const placements = [placedOn('EGOV_PORTAL', days(1)), placedOn('OWN_RESOURCE', days(1))];
    const discussionId = await bed.get(PlaceDraft).execute({ procedureId, placements }, actor);
    const [first] = await bed.database.query<{ last_day: string; close_at: string }>(
      'select last_day::text, close_at from discussion where id = $1',
      [discussionId],
    );
    const lastDay = first?.last_day ?? '';
    const name = { kk: 'Мереке', ru: 'Праздник', en: 'Holiday' };
    const year = Number(lastDay.slice(0, 4));
    await bed.get(ImportCalendar).execute({
      years: [{ year, source: 'test', days: [{ day: lastDay, kind: 'HOLIDAY', name, act: 'test' }] }],
      loadedBy: 'test',
    });
    const window = await bed
      .get(AddPlacement)
      .execute({ discussionId, placement: placedOn('LEB_RESOURCE', days(0.5)) }, actor);
    expect(window.lastDay && window.lastDay > lastDay).toBe(true);
    expect(
      await bed.database.query(
        `select from outbox_event where event = 'discussion.due' and data->>'discussionId' = $1`,
        [discussionId],
      ),
    ).toHaveLength(2);
    expect(await bed.get(CloseDiscussion).execute(discussionId)).toBe('not-due');
  });
});
