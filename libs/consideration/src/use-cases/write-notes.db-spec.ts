import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertDiscussion, type TestBed } from '#lib/testing';
import { NotesOn } from '../queries/notes-on.js';
import { codeOf, officerWithAccount, startConsiderationBed } from '../testing/consideration-bed.js';
import { WriteNotes } from './write-notes.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startConsiderationBed();
});
afterAll(() => bed.stop());

describe('WriteNotes', () => {
  it('writes notes on many remarks, or none of them', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 2 });
    const officer = await officerWithAccount(bed.database, rows.bodyId);
    const [one = '', two = ''] = rows.remarks.map(({ id }) => id);
    const write = (second: string) =>
      bed.get(WriteNotes).execute(
        [
          { remarkId: one, text: ' Заңгермен келісу ' },
          { remarkId: two, text: second },
        ],
        officer,
      );
    const texts = async (id: string) => (await bed.get(NotesOn).remark(id, officer)).map(({ text }) => text);
    expect(await codeOf(write(' '))).toBe('invalid-input');
    expect(await codeOf(write('а'.repeat(5_001)))).toBe('invalid-input');
    expect([await texts(one), await texts(two)]).toEqual([[], []]);
    await write('Қайта қарау');
    expect([await texts(one), await texts(two)]).toEqual([['Заңгермен келісу'], ['Қайта қарау']]);
    const stranger = await officerWithAccount(bed.database, (await insertDiscussion(bed.database)).bodyId);
    expect(await codeOf(bed.get(WriteNotes).execute([{ remarkId: one, text: 'а' }], stranger))).toBe('not-found');
  });
});
