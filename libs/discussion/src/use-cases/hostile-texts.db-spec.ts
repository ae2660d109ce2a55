import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreateProcedure, SaveDraftVersion } from '#lib/drafting';
import { instant } from '#lib/kernel';
import { type DiscussionRows, officerOf, type TestBed } from '#lib/testing';
import { now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { draftToPlace, placedOn } from '../testing/draft-to-place.js';
import { PlaceDraft } from './place-draft.js';
import { RecordReceivedRemark } from './record-received-remark.js';
import { SubmitRemark } from './submit-remark.js';
import { WithdrawDiscussion } from './withdraw-discussion.js';

let bed: TestBed;
let open: DiscussionRows;

beforeAll(async () => {
  bed = await startDiscussionBed();
  open = await openDiscussion(bed.database);
});
afterAll(() => bed.stop());

const NUL = 'а\0б';
const HALF = 'а\ud800б';
const refused = { code: 'invalid-input' };

describe('texts that no database takes are refused as input, nowhere a fault of ours', () => {
  it.each([NUL, HALF])('in a remark and its sender: %j', async (text) => {
    const remark = remarkOn(open);
    for (const over of [
      { text },
      { content: { ...remark.content, proposedWording: text } },
      { sender: { ...remark.sender, name: text } },
      { sender: { ...remark.sender, organisation: text } },
    ]) {
      await expect(bed.get(SubmitRemark).execute(remarkOn(open, over), now)).rejects.toMatchObject(refused);
    }
  });

  it.each([NUL, HALF, 'x'.repeat(501)])('in the registration of a letter: %j', async (registration) => {
    const { content, sender } = remarkOn(open);
    const [{ at } = { at: '' }] = await bed.database.query<{ at: string }>('select clock_timestamp() as at');
    const arrivedAt = instant(new Date(at).toISOString());
    const letter = { channel: 'PAPER', arrivedAt, content, sender, registration } as const;
    await expect(
      bed.get(RecordReceivedRemark).execute(open.discussionId, letter, officerOf(open.bodyId)),
    ).rejects.toMatchObject(refused);
  });

  it.each([NUL, HALF])('in the reason of a withdrawal: %j', async (reason) => {
    await expect(
      bed.get(WithdrawDiscussion).execute({ discussionId: open.discussionId, reason }, officerOf(open.bodyId)),
    ).rejects.toMatchObject(refused);
  });

  it.each([NUL, HALF])('in a placement: %j', async (text) => {
    const { bodyId, procedureId } = await draftToPlace(bed);
    const sound = placedOn('EGOV_PORTAL', '2016-06-01T04:00:00Z');
    const place = (over: object) =>
      bed.get(PlaceDraft).execute({ procedureId, placements: [sound], ...over }, officerOf(bodyId));
    await expect(place({ placements: [{ ...sound, url: `https://e.kz/${text}` }] })).rejects.toMatchObject(refused);
    const droppedChannels = [{ channel: 'OWN_RESOURCE', reason: text }];
    await expect(place({ droppedChannels })).rejects.toMatchObject(refused);
  });

  it.each([NUL, HALF])('in a draft: %j', async (text) => {
    const { bodyId, procedureId } = await draftToPlace(bed);
    const title = { kk: text, ru: text };
    const procedure = { kind: 'OTHER_DRAFT', developerId: bodyId, title, profileFamily: 'kz-126' } as const;
    await expect(bed.get(CreateProcedure).execute(procedure, officerOf(bodyId))).rejects.toMatchObject({
      code: expect.stringMatching(/^(invalid-input|procedure-refused|placement-refused)$/),
    });
    const clauses = [{ kind: 'CLAUSE', level: 1, label: '1', text: title }] as const;
    for (const version of [{ clauses }, { title, clauses: [] }]) {
      await expect(
        bed.get(SaveDraftVersion).execute({ procedureId, ...version }, officerOf(bodyId)),
      ).rejects.toMatchObject(refused);
    }
  });

  it.each([
    ['emoji', '😀'],
    ['combining letters', 'е\u0301'],
    ['Kazakh letters', 'ә'],
  ])('counts the characters of %s as the database does: 20,000 and not one more', async (_, letter) => {
    const text = Array.from(letter.repeat(20_000)).slice(0, 20_000).join('');
    await expect(bed.get(SubmitRemark).execute(remarkOn(open, { text }), now)).resolves.toMatchObject({
      verdict: 'ON_TIME',
    });
    await expect(bed.get(SubmitRemark).execute(remarkOn(open, { text: `${text}ә` }), now)).rejects.toMatchObject(
      refused,
    );
  });
});
