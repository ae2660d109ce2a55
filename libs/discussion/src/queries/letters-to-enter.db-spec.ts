import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#lib/database';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { startDiscussionBed } from '../testing/discussion-bed.js';
import { letterOn } from '../testing/letters.js';
import { EnterReceivedRemark } from '../use-cases/enter-received-remark.js';
import { LettersToEnter } from './letters-to-enter.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const saying = (text: string) => ({ content: { kind: 'REMARK', language: 'kk', text, anchors: [] } }) as const;

describe('LettersToEnter', () => {
  it('tells the very letter that is entered, the same words that wait, and the same words that were received', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: [{ body: 'Мерзімді қысқарту!' }] });
    const officer = officerOf(rows.bodyId);
    const entered = await letterOn(bed.database, rows, saying('Күту уақыты'));
    const { entryId } = await bed.get(EnterReceivedRemark).execute(rows.discussionId, entered, officer);
    const letters = [
      entered,
      await letterOn(bed.database, rows, { ...saying('Күту уақыты'), sender: { kind: 'GROUP', name: 'Басқалар' } }),
      await letterOn(bed.database, rows, saying('мерзімді  ҚЫСҚАРТУ')),
      await letterOn(bed.database, rows, saying('Жаңа сөз')),
    ];
    const looks = await bed.get(LettersToEnter).look(bed.get(Database), rows.discussionId, letters, officer);
    const none = { faults: [], entryId: null, sameWords: [], waiting: [] };
    expect(looks).toEqual([
      { ...none, entryId, waiting: ['ЖТ-17/"б"'] },
      { ...none, waiting: ['ЖТ-17/"б"'] },
      { ...none, sameWords: [rows.remarks[0]?.number] },
      none,
    ]);
  });

  it('names what is wrong with each, also a text that no database takes, and refuses what came before the opening', async () => {
    const rows = await insertDiscussion(bed.database);
    const officer = officerOf(rows.bodyId);
    const look = bed.get(LettersToEnter);
    const letters = [
      await letterOn(bed.database, rows, saying('а\0')),
      await letterOn(bed.database, rows, saying('')),
      await letterOn(bed.database, rows, { arrival: { day: '32' } }),
    ];
    const looks = await look.look(bed.get(Database), rows.discussionId, letters, officer);
    expect(looks.map(({ faults }) => faults.map(({ field, fault }) => `${field}: ${fault}`))).toEqual([
      ['text: not-text'],
      ['text: missing'],
      ['arrivalDay: malformed'],
    ]);
    const early = [await letterOn(bed.database, rows, { arrival: { day: '2016-05-01' } })];
    await expect(look.look(bed.get(Database), rows.discussionId, early, officer)).rejects.toMatchObject({
      code: 'discussion-not-open',
    });
    const { bodyId } = await insertDiscussion(bed.database);
    await expect(look.look(bed.get(Database), rows.discussionId, [], officerOf(bodyId))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
