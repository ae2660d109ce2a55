import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instant, type LegalDay, system } from '#lib/kernel';
import { officerOf, type TestBed } from '#lib/testing';
import { DiscussionById } from '../queries/discussion-by-id.js';
import { openDiscussion, startDiscussionBed } from '../testing/discussion-bed.js';
import { draftToPlace, placedOn } from '../testing/draft-to-place.js';
import { type CalendarChange, ChangeWorkingCalendar } from './change-working-calendar.js';
import { CloseDiscussion } from './close-discussion.js';
import { PlaceDraft } from './place-draft.js';

let bed: TestBed;

beforeAll(async () => {
  bed = await startDiscussionBed({ drainSeconds: 0 });
});
afterAll(() => bed.stop());

const name = { kk: 'Мереке', ru: 'Праздник', en: 'Holiday' };
const holiday = (day: LegalDay) => ({
  years: [{ year: Number(day.slice(0, 4)), source: 'test', days: [{ day, kind: 'HOLIDAY', name, act: 'test' }] }],
  loadedBy: 'operator',
});
const change = (day: LegalDay) => bed.get(ChangeWorkingCalendar).execute(holiday(day), system('test'));
const placed = async () => {
  const { bodyId, procedureId } = await draftToPlace(bed, { family: 'kz-126-by-decision' });
  const yesterday = instant(new Date(Date.now() - 86_400_000).toISOString());
  const placements = [placedOn('EGOV_PORTAL', yesterday), placedOn('OWN_RESOURCE', yesterday)];
  return bed.get(PlaceDraft).execute({ procedureId, placements }, officerOf(bodyId));
};
const idsOf = ({ terms }: CalendarChange) => terms.map(({ discussionId }) => discussionId);
const details = (id: string) => bed.get(DiscussionById).execute(id);
const acts = async (act: string) => bed.database.query('select from ledger_entry where act = $1', [act]);

describe('a change of the working calendar (REQ-07)', () => {
  it('moves the close of a running term later, never earlier, and says so in the ledger', async () => {
    const discussionId = await placed();
    const before = await details(discussionId);
    const lastDay = before.lastDay ?? ('' as LegalDay);
    expect(await change(lastDay)).toMatchObject({ days: 1, terms: [{ discussionId }] });
    const after = await details(discussionId);
    expect(after.lastDay && after.lastDay > lastDay).toBe(true);
    // The job of the close announced first does nothing; one for the later close waits.
    expect(await bed.get(CloseDiscussion).execute(discussionId)).toBe('not-due');
    expect(
      await bed.database.query(
        `select from outbox_event where event = 'discussion.due' and data->>'discussionId' = $1`,
        [discussionId],
      ),
    ).toHaveLength(2);
    // The holiday is taken away again: what was announced stands.
    expect(await change(`${lastDay.slice(0, 4)}-01-01` as LegalDay)).toMatchObject({ terms: [] });
    expect((await details(discussionId)).closeAt).toBe(after.closeAt);
    expect([(await acts('calendar.imported')).length, (await acts('discussion.extended')).length]).toEqual([2, 1]);
  });

  it('tells in a dry run which closes would move, and changes nothing', async () => {
    const discussionId = await placed();
    const before = await details(discussionId);
    const acted = async () => [(await acts('calendar.imported')).length, (await acts('discussion.extended')).length];
    const [actsBefore, due] = [await acted(), await bed.database.query('select from outbox_event')];
    const request = holiday(before.lastDay ?? ('' as LegalDay));
    const run = (more: object) => bed.get(ChangeWorkingCalendar).execute({ ...request, ...more }, system('test'));
    const told = await run({ isDryRun: true });
    expect(told.terms).toContainEqual({
      discussionId,
      announcedCloseAt: before.closeAt,
      closeAt: expect.stringMatching(/Z$/),
    });
    expect((await details(discussionId)).closeAt).toBe(before.closeAt);
    expect([await acted(), await bed.database.query('select from outbox_event')]).toEqual([actsBefore, due]);
    expect((await run({ isDryRun: true })).seen).toBe(told.seen);

    const another = await placed();
    await expect(run({ seen: told.seen })).rejects.toMatchObject({ code: 'conflict' });
    expect([await acted(), (await details(discussionId)).closeAt]).toEqual([actsBefore, before.closeAt]);
    const { seen, terms } = await run({ isDryRun: true });
    const done = await run({ seen });
    expect(done.terms).toEqual(terms);
    expect(idsOf(done)).toEqual(expect.arrayContaining([discussionId, another]));
    for (const id of [discussionId, another])
      expect(
        await bed.database.query(
          `select from outbox_event where event = 'discussion.extended' and data->>'discussionId' = $1 and (data->>'closeAt')::timestamptz = (select close_at from discussion where id = $1::uuid)`,
          [id],
        ),
      ).toHaveLength(1);
  });

  it('leaves a term that is over as it was (REQ-112)', async () => {
    const over = await openDiscussion(bed.database, -1);
    const { closeAt } = await details(over.discussionId);
    expect(idsOf(await change('2016-07-01' as LegalDay))).not.toContain(over.discussionId);
    expect((await details(over.discussionId)).closeAt).toBe(closeAt);
  });

  it('is for administrators, and loads nothing that has a fault', async () => {
    const officer = bed.get(ChangeWorkingCalendar).execute(holiday('2016-07-01' as LegalDay), officerOf('x'));
    await expect(officer).rejects.toMatchObject({ code: 'not-allowed' });
    const before = (await acts('calendar.imported')).length;
    await expect(
      bed.get(ChangeWorkingCalendar).execute({ years: [{ year: 2016 }], loadedBy: 'operator' }, system('test')),
    ).rejects.toMatchObject({ code: 'import-refused' });
    expect((await acts('calendar.imported')).length).toBe(before);
  });
});
