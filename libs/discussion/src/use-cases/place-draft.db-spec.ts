import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { legalDay, newId, system } from '#lib/kernel';
import { AddProcedureProfile, rulesOf } from '#lib/procedure-profiles';
import { officerOf, type TestBed } from '#lib/testing';
import { profileById, registerProfiles } from '#lib/time-limits';
import { DiscussionById } from '../queries/discussion-by-id.js';
import { now, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { type DraftToPlace, draftToPlace, placedOn } from '../testing/draft-to-place.js';
import { AddPlacement } from './add-placement.js';
import { PlaceDraft } from './place-draft.js';
import { SubmitRemark } from './submit-remark.js';
import { WithdrawDiscussion } from './withdraw-discussion.js';

let bed: TestBed;
let draft: DraftToPlace;

beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const portal = (at: string) => placedOn('EGOV_PORTAL', at);
const own = (at: string) => placedOn('OWN_RESOURCE', at);
const place = (placements = [portal('2016-06-01T04:00:00Z'), own('2016-06-01T05:00:00Z')], over = {}) =>
  bed.get(PlaceDraft).execute({ procedureId: draft.procedureId, placements, ...over }, officerOf(draft.bodyId));
const detailsOf = (id: string) => bed.get(DiscussionById).execute(id);

/** States, ledger and events of the draft at hand. */
const traces = async () => {
  const [row] = await bed.database.query(
    `select p.state, (select count(*)::int from discussion where procedure_id = p.id) as discussions,
            (select count(*)::int from draft_version where procedure_id = p.id and frozen_at is not null) as frozen,
            (select count(*)::int from ledger_entry where act = 'draft.placed' and data like '%' || p.id || '%') as entries
       from procedure p where p.id = $1`,
    [draft.procedureId],
  );
  return row;
};
const nothing = { state: 'DRAFTING', discussions: 0, frozen: 0, entries: 0 };

describe('PlaceDraft (R8.1, R8.2)', () => {
  it('opens the discussion under the rules of that day, freezes the text and announces the close (D1, REQ-21, REQ-120)', async () => {
    draft = await draftToPlace(bed);
    const id = await place();
    expect(await detailsOf(id)).toMatchObject({
      state: 'OPEN',
      procedureState: 'OPEN',
      profileId: 'kz-126-2016-03',
      openAt: '2016-06-01T04:00:00.000000Z',
      termDate: '2016-06-01',
      lastDay: '2016-07-01',
      closeAt: '2016-07-01T18:00:00.000000Z',
      placements: [{ channel: 'EGOV_PORTAL' }, { channel: 'OWN_RESOURCE' }],
    });
    expect(await traces()).toEqual({ state: 'OPEN', discussions: 1, frozen: 1, entries: 1 });
    const events = await bed.database.query(
      `select event, to_char(not_before at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as due
         from outbox_event where data->>'discussionId' = $1 order by event`,
      [id],
    );
    expect(events).toEqual([
      { event: 'discussion.due', due: '2016-07-01 18:01:00' },
      { event: 'discussion.opened', due: null },
    ]);
  });

  it('counts the term from the latest mandatory channel and opens with the earliest (AMB-05)', async () => {
    draft = await draftToPlace(bed);
    const id = await place([portal('2016-06-01T04:00:00Z'), own('2016-06-02T04:00:00Z')]);
    expect(await detailsOf(id)).toMatchObject({ openAt: '2016-06-01T04:00:00.000000Z', lastDay: '2016-07-04' });
  });

  it('refuses one language alone, naming the clause (R4, REQ-19)', async () => {
    draft = await draftToPlace(bed, { ru: '' });
    await expect(place()).rejects.toMatchObject({
      code: 'placement-refused',
      details: { refusals: [{ refusal: 'text-missing', clause: 'AMB-28', language: 'ru', at: '1' }] },
    });
    expect(await traces()).toEqual(nothing);
  });

  it.each([
    ['a term below the minimum', { length: 29 }, undefined, 'placement-refused'],
    ['no placement', {}, [], 'invalid-input'],
    ['a placement in the future', {}, [portal('2999-01-01T00:00:00Z')], 'invalid-input'],
    ['a channel its rules do not know', {}, [placedOn('COMMENT_PORTAL', '2016-06-01T04:00:00Z')], 'placement-refused'],
    ['a day without rules in force', {}, [portal('2014-06-01T04:00:00Z')], 'term-not-computable'],
    [
      'a dropped channel without a reason',
      { droppedChannels: [{ channel: 'OWN_RESOURCE', reason: '' }] },
      undefined,
      'invalid-input',
    ],
  ])('refuses %s and leaves no trace', async (_, over, placements, code) => {
    draft = await draftToPlace(bed);
    await expect(place(placements, over)).rejects.toMatchObject({ code });
    expect(await traces()).toEqual(nothing);
  });

  it('places once', async () => {
    draft = await draftToPlace(bed);
    await place();
    await expect(place()).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('is for officers of the developing body alone', async () => {
    draft = await draftToPlace(bed);
    const input = { procedureId: draft.procedureId, placements: [portal('2016-06-01T04:00:00Z')] };
    await expect(bed.get(PlaceDraft).execute(input, officerOf(newId()))).rejects.toMatchObject({ code: 'not-found' });
    await expect(bed.get(PlaceDraft).execute(input, { kind: 'citizen' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect(await traces()).toEqual(nothing);
  });
});

describe('a profile whose senders a provider confirms (AMB-20)', () => {
  const placed = (at: string) => {
    const input = { procedureId: draft.procedureId, placements: [placedOn('EGOV_PORTAL', at)] };
    return bed.get(PlaceDraft).execute(input, officerOf(draft.bodyId));
  };
  const today = async () =>
    (await bed.database.query<{ at: string }>(`select (clock_timestamp() - interval '1 minute')::text as at`))[0]?.at ??
    '';

  it('opens no discussion where this installation has none: nobody could take part on line', async () => {
    draft = await draftToPlace(bed, { family: 'kz-open-npa' });
    await expect(placed(await today())).rejects.toMatchObject({
      code: 'placement-refused',
      details: { refusals: [{ refusal: 'no-senders-provider', clause: 'AMB-20' }] },
    });
    expect(await traces()).toEqual(nothing);
  });

  it('lets one be taken over that is over, and one of before that was asked for', async () => {
    for (const at of ['2026-01-12T04:00:00Z', '2025-12-31T04:00:00Z']) {
      draft = await draftToPlace(bed, { family: 'kz-open-npa' });
      expect((await detailsOf(await placed(at))).isTakingRemarks).toBe(false);
    }
  });

  it('opens one where it has a provider', async () => {
    const database = await startDiscussionBed({ hasSendersProvider: true });
    draft = await draftToPlace(database, { family: 'kz-open-npa' });
    const placements = [placedOn('EGOV_PORTAL', await today())];
    const input = { procedureId: draft.procedureId, placements };
    await expect(database.get(PlaceDraft).execute(input, officerOf(draft.bodyId))).resolves.toMatch(/^[0-9a-f-]{36}$/);
    await database.stop();
  });
});

describe('AddPlacement (REQ-20, I8)', () => {
  it('starts the term when the missing mandatory channel is placed (AMB-05)', async () => {
    draft = await draftToPlace(bed, { family: 'kz-services-art-15' });
    const [today] = await bed.database.query<{ at: string }>(
      `select (clock_timestamp() - interval '1 minute')::text as at`,
    );
    const id = await place([portal(today?.at ?? '')]);
    expect(await detailsOf(id)).toMatchObject({ closeAt: null, isTakingRemarks: true });
    const clauses: string[] = [];
    expect(await bed.get(SubmitRemark).execute(remarkOn({ discussionId: id, clauses }), now)).toMatchObject({
      closeAt: null,
    });
    const window = await bed
      .get(AddPlacement)
      .execute({ discussionId: id, placement: own(today?.at ?? '') }, officerOf(draft.bodyId));
    expect(window.closeAt).not.toBeNull();
    expect(await detailsOf(id)).toMatchObject({ closeAt: window.closeAt, isTakingRemarks: true });
    const due = await bed.database.query(
      `select from outbox_event where event = 'discussion.due' and data->>'discussionId' = $1 and not_before > clock_timestamp()`,
      [id],
    );
    expect(due).toHaveLength(1);
    const later = { ...own(today?.at ?? ''), url: 'https://akim.example.kz/1', channel: 'LEB_RESOURCE' as const };
    const same = await bed.get(AddPlacement).execute({ discussionId: id, placement: later }, officerOf(draft.bodyId));
    expect(same.closeAt).toBe(window.closeAt);
    const again = bed.get(AddPlacement).execute({ discussionId: id, placement: later }, officerOf(draft.bodyId));
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
  });

  it('does not bring back a term that is over', async () => {
    draft = await draftToPlace(bed);
    const id = await place();
    const placement = placedOn('LEB_RESOURCE', '2016-06-20T04:00:00Z');
    await expect(
      bed.get(AddPlacement).execute({ discussionId: id, placement }, officerOf(draft.bodyId)),
    ).rejects.toMatchObject({ code: 'wrong-state' });
    expect((await detailsOf(id)).placements).toHaveLength(2);
  });
});

describe('WithdrawDiscussion (REQ-25)', () => {
  it('stops intake at once, keeps the remarks and owes every sender a notice', async () => {
    draft = await draftToPlace(bed);
    const discussionId = await place();
    await bed.get(WithdrawDiscussion).execute({ discussionId, reason: ' Пересмотр ' }, officerOf(draft.bodyId));
    expect(await detailsOf(discussionId)).toMatchObject({
      state: 'WITHDRAWN',
      procedureState: 'WITHDRAWN',
      withdrawalReason: 'Пересмотр',
      isTakingRemarks: false,
    });
    await expect(bed.get(SubmitRemark).execute(remarkOn({ discussionId, clauses: [] }), now)).rejects.toMatchObject({
      code: 'discussion-withdrawn',
    });
    const events = await bed.database.query(
      `select from outbox_event where event = 'discussion.withdrawn' and data->>'discussionId' = $1`,
      [discussionId],
    );
    expect(events).toHaveLength(1);
    await expect(
      bed.get(WithdrawDiscussion).execute({ discussionId, reason: 'тағы' }, system('test')),
    ).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('needs a reason, and an officer of the developing body', async () => {
    draft = await draftToPlace(bed);
    const discussionId = await place();
    const withdraw = bed.get(WithdrawDiscussion);
    await expect(withdraw.execute({ discussionId, reason: ' ' }, officerOf(draft.bodyId))).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(withdraw.execute({ discussionId, reason: 'x' }, officerOf(newId()))).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await detailsOf(discussionId)).toMatchObject({ state: 'OPEN', procedureState: 'OPEN' });
  });
});

describe('under rules that were added (REQ-120, decision 37)', () => {
  it('a draft is placed by what stands at that moment, also where this process has not heard of it yet', async () => {
    const base = profileById('kz-126-2016-03');
    const rules = { ...rulesOf(base), term: { unit: 'calendar-day', length: 45, minimumLength: 45 } as const };
    const added = { id: 'kz-126-longer', family: 'kz-126', basedOn: base.id, validFrom: legalDay('2016-06-10'), rules };
    await bed.get(AddProcedureProfile).execute(added, system('test'));
    registerProfiles([]);
    expect(() => profileById('kz-126-longer')).toThrow();
    draft = await draftToPlace(bed);
    const after = await place([portal('2016-06-10T04:00:00Z'), own('2016-06-10T05:00:00Z')]);
    expect(await detailsOf(after)).toMatchObject({ profileId: 'kz-126-longer', lastDay: '2016-07-25' });
    draft = await draftToPlace(bed);
    const before = await place([portal('2016-06-09T04:00:00Z'), own('2016-06-10T05:00:00Z')]);
    expect(await detailsOf(before)).toMatchObject({ profileId: 'kz-126-2016-03' });
  });
});
