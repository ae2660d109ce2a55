import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, Transactions } from '#lib/database';
import { newId, pageRequest } from '#lib/kernel';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { DiscussionById } from '../queries/discussion-by-id.js';
import { DiscussionFigures } from '../queries/discussion-figures.js';
import { ListRemarks } from '../queries/list-remarks.js';
import { RemarkByNumber } from '../queries/remark-by-number.js';
import { RemarkByReceipt } from '../queries/remark-of-receipt.js';
import { WaitingRemarks } from '../queries/waiting-remarks.js';
import { now, startDiscussionBed } from '../testing/discussion-bed.js';
import { draftToPlace, placedOn } from '../testing/draft-to-place.js';
import { actsOf } from '../testing/letters.js';
import { waitingTexts } from '../testing/waiting-texts.js';
import { PlaceDraft } from './place-draft.js';
import { ReleaseRemarks } from './release-remarks.js';
import { ReplaceRemark } from './replace-remark.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const shown = (number: string) => bed.get(RemarkByNumber).public(number);
const release = (discussionId: string, texts: readonly { number: string; revision: number }[], bodyId: string) =>
  bed.get(ReleaseRemarks).execute({ discussionId, texts }, officerOf(bodyId));

describe('a text that waits (REQ-116)', () => {
  it('is received, numbered, counted and receipted at its instant, and not public', async () => {
    const { rows, receipts } = await waitingTexts(bed, 2);
    const { number, secret, receivedAt, commitment } = receipts[0];
    const open = await shown(number);
    expect(open).toMatchObject({
      state: 'RECEIVED',
      text: null,
      proposedWording: null,
      author: null,
      receivedAt,
      commitment,
    });
    expect(open.waitsUntil).not.toBeNull();
    expect(await bed.get(DiscussionById).execute(rows.discussionId)).toMatchObject({ remarks: 2, waiting: 2 });
    expect(await bed.get(DiscussionFigures).of(rows.bodyId)).toMatchObject({ remarks: 2 });
    const { items } = await bed.get(ListRemarks).public({ discussionId: rows.discussionId }, pageRequest(10));
    expect(items.map(({ text }) => text)).toEqual([null, null]);
    expect(await bed.get(RemarkByReceipt).execute({ number, secret })).toMatchObject({
      text: 'Күтетін мәтін 1',
      waitsUntil: open.waitsUntil,
    });
  });

  it('is shown by itself when its term has passed, without anybody’s act', async () => {
    const { rows, receipts } = await waitingTexts(bed, 1);
    await bed.database.query(`update remark set waits_until = clock_timestamp() where discussion_id = $1`, [
      rows.discussionId,
    ]);
    expect(await shown(receipts[0].number)).toMatchObject({ text: 'Күтетін мәтін 1', waitsUntil: null });
    expect(await bed.get(WaitingRemarks).count(rows.discussionId)).toBe(0);
    expect(await bed.get(DiscussionById).execute(rows.discussionId)).toMatchObject({ remarks: 1, waiting: 0 });
  });

  it('waits anew when its sender puts another in its place', async () => {
    const { rows, receipts } = await waitingTexts(bed, 1);
    const { number, secret } = receipts[0];
    await release(rows.discussionId, [{ number, revision: 1 }], rows.bodyId);
    expect((await shown(number)).text).toBe('Күтетін мәтін 1');
    const content = { kind: 'REMARK', language: 'kk', text: 'Басқа мәтін', anchors: [] } as const;
    await bed.get(ReplaceRemark).execute({ number, secret, content }, now);
    expect(await shown(number)).toMatchObject({ text: null, revision: 2 });
    await expect(release(rows.discussionId, [{ number, revision: 1 }], rows.bodyId)).rejects.toMatchObject({
      code: 'conflict',
      details: { numbers: [number] },
    });
    expect((await shown(number)).text).toBeNull();
  });

  it('is none where the profile publishes at once', async () => {
    const { receipts } = await waitingTexts(bed, 1, null);
    expect(await shown(receipts[0].number)).toMatchObject({ text: 'Күтетін мәтін 1', waitsUntil: null });
  });

  it.each([
    ['us', 'OFFICIAL_JOURNAL', 72],
    ['open-consultation', 'COMMENT_PORTAL', null],
  ] as const)('is by the profile of the placement: %s', async (family, channel, hours) => {
    const { procedureId, bodyId } = await draftToPlace(bed, { family, en: 'The term is five working days' });
    const placements = [placedOn(channel, '2026-02-02T09:00:00Z')];
    const id = await bed.get(PlaceDraft).execute({ procedureId, placements, length: 60 }, officerOf(bodyId));
    const [row] = await bed.database.query('select waits_hours as hours from discussion where id = $1', [id]);
    expect(row).toEqual({ hours });
  });

  it('cannot be made to wait longer by the application, nor be taken back', async () => {
    const { rows, receipts } = await waitingTexts(bed, 1);
    const application = (set: string) =>
      bed.get(Database).query(`update remark set ${set} where number = $1`, [receipts[0].number]);
    await expect(application(`waits_until = waits_until + interval '1 year'`)).rejects.toThrow('REQ-116');
    await release(rows.discussionId, [{ number: receipts[0].number, revision: 1 }], rows.bodyId);
    await expect(application('released_at = null, released_by = null')).rejects.toThrow('REQ-116');
  });
});

describe('ReleaseRemarks (REQ-116)', () => {
  it('makes many public at once, with one entry in the ledger; a second call changes nothing', async () => {
    const { rows, receipts } = await waitingTexts(bed, 3);
    const { items } = await bed.get(WaitingRemarks).of(rows.discussionId, pageRequest(2));
    expect(items.map(({ text }) => text)).toEqual(['Күтетін мәтін 1', 'Күтетін мәтін 2']);
    expect(await release(rows.discussionId, items, rows.bodyId)).toBe(2);
    expect(await release(rows.discussionId, items, rows.bodyId)).toBe(0);
    for (const { number, text } of items) expect((await shown(number)).text).toBe(text);
    expect((await shown(receipts[2].number)).text).toBeNull();
    const acts = await actsOf(bed.database, rows.discussionId);
    expect(acts).toEqual([
      expect.objectContaining({
        act: 'remarks.released',
        count: 2,
        numbers: items.map(({ number }) => number).toSorted(),
      }),
    ]);
    expect(JSON.stringify(acts)).not.toContain('мәтін');
  });

  it('is for officers of the developing body', async () => {
    const { rows, receipts } = await waitingTexts(bed, 1);
    const texts = [{ number: receipts[0].number, revision: 1 }];
    const input = { discussionId: rows.discussionId, texts };
    const { bodyId: otherBody } = await insertDiscussion(bed.database);
    const refused = (actor: Parameters<ReleaseRemarks['execute']>[1], code: string) =>
      expect(bed.get(ReleaseRemarks).execute(input, actor)).rejects.toMatchObject({ code });
    await refused(officerOf(otherBody), 'not-found');
    await refused(officerOf(rows.bodyId, 'signer'), 'not-allowed');
    await refused({ kind: 'citizen' }, 'not-allowed');
    expect((await shown(receipts[0].number)).text).toBeNull();
  });

  it('refuses none, too many, another discussion’s number and an unknown discussion', async () => {
    const { rows, receipts } = await waitingTexts(bed, 1);
    const { receipts: foreign } = await waitingTexts(bed, 1);
    const of = (texts: { number: string; revision: number }[], id = rows.discussionId) =>
      release(id, texts, rows.bodyId);
    await expect(of([])).rejects.toMatchObject({ code: 'invalid-input' });
    const many = Array.from({ length: 501 }, (_, revision) => ({ number: `N${revision}`, revision }));
    await expect(of(many)).rejects.toMatchObject({ code: 'invalid-input' });
    const both = [receipts[0], foreign[0]].map(({ number }) => ({ number, revision: 1 }));
    await expect(of(both)).rejects.toMatchObject({ code: 'not-found' });
    expect((await shown(receipts[0].number)).text).toBeNull();
    await expect(of(both, newId())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leaves nothing released when the transaction fails', async () => {
    const { rows, receipts } = await waitingTexts(bed, 1);
    const texts = [{ number: receipts[0].number, revision: 1 }];
    const failing = bed.get(Transactions).run(async (tx) => {
      await bed.get(ReleaseRemarks).within(tx, { discussionId: rows.discussionId, texts }, officerOf(rows.bodyId));
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    expect((await shown(receipts[0].number)).text).toBeNull();
    expect(await actsOf(bed.database, rows.discussionId)).toEqual([]);
  });
});
