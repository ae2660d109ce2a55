import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type PageRequest } from '#lib/kernel';
import { insertDiscussion, type TestBed } from '#lib/testing';
import { now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { SubmitRemark } from '../use-cases/submit-remark.js';
import { CheckReceipt } from './check-receipt.js';
import { DiscussionById } from './discussion-by-id.js';
import type { DiscussionStatus } from './discussion-conditions.js';
import { ListDiscussions } from './list-discussions.js';
import { ListRemarks } from './list-remarks.js';
import { RemarkByNumber } from './remark-by-number.js';

let bed: TestBed;

beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const page: PageRequest = { size: 100 };

/** Every page, joined. */
async function walk<Item>(
  size: number,
  read: (page: PageRequest) => Promise<{ items: readonly Item[]; next?: string }>,
) {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const { items: more, next } = await read({ size, after });
    items.push(...more);
    after = next;
  } while (after !== undefined);
  return items;
}

describe('lists of discussions', () => {
  it('shows each under the state a visitor sees (REQ-27)', async () => {
    const open = await openDiscussion(bed.database);
    const draining = await openDiscussion(bed.database, -5);
    const notStarted = await openDiscussion(bed.database, null);
    const closed = await insertDiscussion(bed.database, { state: 'CLOSED' });
    const reported = await insertDiscussion(bed.database, { state: 'CLOSED' });
    await bed.database.query(`update procedure set state = 'REPORTED' where id = $1`, [reported.procedureId]);
    const withdrawn = await insertDiscussion(bed.database, { state: 'WITHDRAWN' });
    const idsOf = async (status: DiscussionStatus) =>
      (await bed.get(ListDiscussions).execute({ status }, page)).items.map(({ id }) => id);
    expect(await idsOf('open')).toEqual([open.discussionId, notStarted.discussionId]);
    expect((await idsOf('closed')).toSorted()).toEqual([draining.discussionId, closed.discussionId].toSorted());
    expect(await idsOf('reported')).toEqual([reported.discussionId]);
    expect(await idsOf('withdrawn')).toEqual([withdrawn.discussionId]);
    const { developerId } = await bed.get(DiscussionById).execute(closed.discussionId);
    const own = await bed.get(ListDiscussions).execute({ developerId }, page);
    expect(own.items.map(({ id }) => id)).toEqual([closed.discussionId]);
    for (const status of ['open', undefined] as const) {
      const list = bed.get(ListDiscussions);
      const idsOnly = (items: readonly { id: string }[]) => items.map(({ id }) => id);
      const whole = (await list.execute({ status }, page)).items;
      expect(idsOnly(await walk(1, (one) => list.execute({ status }, one)))).toEqual(idsOnly(whole));
    }
  });

  it('does not know a discussion that is not there, nor a cursor of another list', async () => {
    await expect(bed.get(DiscussionById).execute(newId())).rejects.toMatchObject({ code: 'not-found' });
    await expect(bed.get(DiscussionById).execute('1')).rejects.toMatchObject({ code: 'not-found' });
    await expect(bed.get(ListDiscussions).execute({}, { size: 1, after: 'x' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('lists of remarks', () => {
  it('walks all pages in the order of arrival, each remark once', async () => {
    const discussion = await insertDiscussion(bed.database, { state: 'CLOSED', remarks: 25 });
    const filter = { discussionId: discussion.discussionId };
    const list = bed.get(ListRemarks);
    const all = await walk(4, (part) => list.public(filter, part));
    expect(all).toEqual((await list.public(filter, page)).items);
    expect(new Set(all.map(({ id }) => id)).size).toBe(25);
  });

  it('shows the public no sender, and no words of what was hidden or withdrawn (REQ-46, REQ-116)', async () => {
    const { discussionId, clauses } = await insertDiscussion(bed.database, {
      state: 'CLOSED',
      remarks: [{ about: [0] }, { state: 'HIDDEN', body: 'балағат' }, { state: 'WITHDRAWN', body: 'қайтарылған' }],
    });
    const { items } = await bed.get(ListRemarks).public({ discussionId }, page);
    expect(items.map(({ state, text }) => [state, text === null])).toEqual([
      ['RECEIVED', false],
      ['HIDDEN', true],
      ['WITHDRAWN', true],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/Жібекқызы|secret\.example|Құпия|123456789012|балағат|қайтарылған/);
    const [onClause] = (await bed.get(ListRemarks).public({ discussionId, clause: clauses[0] }, page)).items;
    expect(onClause?.id).toBe(items[0]?.id);
    expect((await bed.get(ListRemarks).public({ discussionId, clause: clauses[1] }, page)).items).toEqual([]);
  });

  it('shows the officer everything', async () => {
    const { discussionId } = await insertDiscussion(bed.database, {
      state: 'CLOSED',
      remarks: [{ state: 'HIDDEN', body: 'x' }],
    });
    const [remark] = (await bed.get(ListRemarks).forOfficer({ discussionId }, page)).items;
    expect(remark).toMatchObject({
      text: 'x',
      channel: 'IMPORT',
      sender: { name: 'Әсел Жібекқызы 1' },
      attachments: [],
    });
  });
});

describe('a number and its receipt (REQ-36)', () => {
  it('is found as people copy it, without its sender', async () => {
    const discussion = await openDiscussion(bed.database);
    const { number } = await bed.get(SubmitRemark).execute(remarkOn(discussion), now);
    const copied = number.toLowerCase().replaceAll('-', ' ');
    const found = await bed.get(RemarkByNumber).public(copied);
    expect(found.number).toBe(number);
    expect(JSON.stringify(found)).not.toMatch(/Жібекқызы|secret/);
    expect(await bed.get(RemarkByNumber).forOfficer(copied)).toMatchObject({
      sender: { email: 'asel@secret.example' },
    });
    await expect(bed.get(RemarkByNumber).public('0000')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('verifies text and salt, and tells a wrong one', async () => {
    const discussion = await openDiscussion(bed.database);
    const input = remarkOn(discussion);
    const receipt = await bed.get(SubmitRemark).execute(input, now);
    const check = bed.get(CheckReceipt);
    const { number, receivedAt, commitment, salt } = receipt;
    const known = { found: true, isLate: false, number, receivedAt, commitments: [commitment], state: 'RECEIVED' };
    expect(await check.execute({ number })).toMatchObject({ ...known, matches: null });
    expect(await check.execute({ number, salt, text: input.content.text })).toMatchObject({ ...known, matches: true });
    expect(await check.execute({ number, salt, text: 'басқа' })).toMatchObject({ ...known, matches: false });
    expect(await check.execute({ number, salt: 'zz', text: input.content.text })).toMatchObject({ matches: false });
    expect(await check.execute({ number: '7K3M-9QXA-04TB-ZZ1N-0' })).toEqual({ found: false });
  });

  it('knows the number of a refusal notice', async () => {
    const discussion = await openDiscussion(bed.database, -1);
    const refused = await bed
      .get(SubmitRemark)
      .execute(remarkOn(discussion), now)
      .then(
        () => '',
        (error: { details: { number: string } }) => error.details.number,
      );
    expect(await bed.get(CheckReceipt).execute({ number: refused })).toMatchObject({
      found: true,
      isLate: true,
      commitments: [],
      state: null,
    });
  });
});
