import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#lib/database';
import { insertDiscussion, type TestBed } from '#lib/testing';
import { startDiscussionBed } from '../testing/discussion-bed.js';
import { LetterToSender } from './letter-to-sender.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const reachable = async (discussionId: string, atOnce?: number) => {
  const pages: string[][] = [];
  for await (const page of bed.get(LetterToSender).reachable(bed.get(Database), discussionId, atOnce)) pages.push(page);
  return pages;
};

describe('senders who are written to', () => {
  it('are named once each, in the order of arrival and so many at once', async () => {
    const { discussionId, remarks } = await insertDiscussion(bed.database, { remarks: 5 });
    await insertDiscussion(bed.database, { remarks: 2 });
    const pages = await reachable(discussionId, 2);
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(pages.flat().toSorted()).toEqual(remarks.map(({ id }) => id).toSorted());
    expect([pages[0]?.[0], pages[2]?.[0]]).toEqual([remarks[0]?.id, remarks[4]?.id]);
    expect((await reachable(discussionId)).map(({ length }) => length)).toEqual([5]);
  });

  it('are not those who left no address or have withdrawn', async () => {
    const { discussionId, remarks } = await insertDiscussion(bed.database, {
      remarks: [{}, { sender: { email: null } }, { state: 'WITHDRAWN' }],
    });
    expect(await reachable(discussionId)).toEqual([[remarks[0]?.id]]);
  });

  it('are none in a discussion without remarks', async () => {
    const { discussionId } = await insertDiscussion(bed.database);
    expect(await reachable(discussionId)).toEqual([]);
  });
});
