import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PageRequest } from '#lib/kernel';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { startDiscussionBed } from '../testing/discussion-bed.js';
import { letterOn } from '../testing/letters.js';
import { ConfirmEntry } from '../use-cases/confirm-entry.js';
import { EnterReceivedRemark } from '../use-cases/enter-received-remark.js';
import { EntryById } from './entry-by-id.js';
import { PendingEntries } from './pending-entries.js';
import { type EntryView, ReceivedEntries } from './received-entries.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

describe('the letters typed in for a discussion', () => {
  it('stand with those that wait first, walked page by page, under each view', async () => {
    const rows = await insertDiscussion(bed.database);
    const [first, second] = [officerOf(rows.bodyId), officerOf(rows.bodyId)];
    const ids: string[] = [];
    for (const [index, officer] of [first, first, second, first].entries()) {
      const letter = await letterOn(bed.database, rows, {
        registration: `Е-${index}`,
        sender: { kind: 'LEGAL_ENTITY', name: 'Өкіл', organisation: `ЖШС ${index}` },
      });
      ids.push((await bed.get(EnterReceivedRemark).execute(rows.discussionId, letter, officer)).entryId);
    }
    const [a = '', b = '', c = '', d = ''] = ids;
    await bed.get(ConfirmEntry).execute({ discussionId: rows.discussionId, entryId: a }, second);
    const list = bed.get(ReceivedEntries);
    const walk = async (view: EntryView, size: number) => {
      const found: string[] = [];
      for (let page: PageRequest | undefined = { size }; page;) {
        const { items, next } = await list.of(rows.discussionId, first, page, view);
        found.push(...items.map(({ id }) => id));
        page = next === undefined ? undefined : { size, after: next };
      }
      return found;
    };
    expect(await walk('all', 10)).toEqual([b, c, d, a]);
    expect(await walk('all', 1)).toEqual([b, c, d, a]);
    expect(await walk('mine', 2)).toEqual([b, d, a]);
    expect(await walk('to-confirm', 2)).toEqual([c]);
    const lines = (await list.of(rows.discussionId, first, { size: 10 })).items;
    expect(lines.map(({ senderName }) => senderName)).toEqual(['ЖШС 1', 'ЖШС 2', 'ЖШС 3', 'ЖШС 0']);
    expect(await bed.get(PendingEntries).count(rows.discussionId)).toBe(3);
    expect((await bed.get(PendingEntries).of(rows.discussionId, 2)).map(({ registration }) => registration)).toEqual([
      'Е-1',
      'Е-2',
    ]);
  });

  it('are not there for another body, nor by a cursor of another list', async () => {
    const rows = await insertDiscussion(bed.database);
    const letter = await letterOn(bed.database, rows);
    const { entryId } = await bed.get(EnterReceivedRemark).execute(rows.discussionId, letter, officerOf(rows.bodyId));
    const { bodyId } = await insertDiscussion(bed.database);
    const stranger = officerOf(bodyId);
    const own = officerOf(rows.bodyId);
    const entry = { discussionId: rows.discussionId, entryId };
    await expect(bed.get(ReceivedEntries).of(rows.discussionId, stranger, { size: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(bed.get(EntryById).execute(entry, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(bed.get(EntryById).execute({ ...entry, entryId: 'x' }, own)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(bed.get(ReceivedEntries).of(rows.discussionId, own, { size: 1, after: 'x' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
