import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bytesOf, readXlsx } from '#lib/documents';
import { languages, newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { insertDiscussion, type TestBed } from '#lib/testing';
import { startSheetsBed } from '../testing/sheets-bed.js';
import { IntakeTemplate } from './intake-template.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startSheetsBed();
});
afterAll(() => bed.stop());

describe('the empty sheet for an organisation', () => {
  it.each(languages)('in %s lets one choose a clause, and is the same bytes each time', async (language) => {
    const rows = await insertDiscussion(bed.database, { state: 'OPEN' });
    const made = async () => bytesOf((await bed.get(IntakeTemplate).of(rows.discussionId, language)).stream);
    const [content, again] = [await made(), await made()];
    expect(again.equals(content)).toBe(true);
    const t = translator(language);
    const sheets = await readXlsx(content);
    expect(sheets.map(({ name }) => name)).toEqual([
      t('sheet.intake.name-sender'),
      t('sheet.intake.name-remarks'),
      t('sheet.name-how'),
      t('sheet.name-clauses'),
      'choices',
    ]);
    const choices = sheets[4]?.rows.map(({ cells }) => cells.get('A')?.value);
    expect(choices).toEqual([t('draft.whole'), ...['1', '2'].map((label) => t('draft.clause', { label }))]);
    expect(JSON.stringify(sheets[2]?.rows.map(({ cells }) => [...cells.values()]))).toContain('24:00');
  });

  it('is not there for a withdrawn draft, nor for what is no discussion', async () => {
    const rows = await insertDiscussion(bed.database, { state: 'WITHDRAWN' });
    const of = (id: string) => bed.get(IntakeTemplate).of(id, 'kk');
    await expect(of(rows.discussionId)).rejects.toMatchObject({ code: 'discussion-withdrawn' });
    await expect(of(newId())).rejects.toMatchObject({ code: 'not-found' });
  });
});
