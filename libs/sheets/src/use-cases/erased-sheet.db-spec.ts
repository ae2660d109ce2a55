import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EraseRemark } from '#lib/consideration';
import { ConfirmEntry } from '#lib/discussion';
import { StoredFiles } from '#lib/files';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { IntakeImports } from '../queries/intake-imports.js';
import { filledTemplate, letter, receive, saying } from '../testing/intake-sheet.js';
import { startSheetsBed } from '../testing/sheets-bed.js';
import { ApplyIntakeSheet } from './apply-intake-sheet.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startSheetsBed();
});
afterAll(() => bed.stop());

it('an entered sheet still says what it did when its only remark is erased, and the sheet with it', async () => {
  const rows = await insertDiscussion(bed.database);
  const { discussionId } = rows;
  const officer = officerOf(rows.bodyId);
  const content = await filledTemplate(bed, rows, [saying('А')]);
  const name = { discussionId, importId: await receive(bed, rows, content, officer) };
  const { appliedAt } = await bed.get(ApplyIntakeSheet).execute(name, officer);
  const [entry] = await bed.database.query<{ id: string }>('select id from received_entry where discussion_id = $1', [
    discussionId,
  ]);
  await bed.get(ConfirmEntry).execute({ discussionId, entryId: entry?.id ?? '' }, officerOf(rows.bodyId));
  const [remark] = await bed.database.query<{ id: string }>('select id from remark where discussion_id = $1', [
    discussionId,
  ]);
  await bed.get(EraseRemark).execute({ remarkId: remark?.id ?? '' }, officerOf(rows.bodyId, 'administrator'));
  const { sheet, letter: asTaken, plan } = await bed.get(IntakeImports).one(name, officer);
  await expect(bed.get(StoredFiles).readUnchecked(sheet.fileId)).rejects.toMatchObject({ code: 'not-found' });
  expect({ plan, asTaken, outcome: sheet.outcome }).toMatchObject({
    plan: null,
    asTaken: letter,
    outcome: { NEW: 1 },
  });
  expect(await bed.get(ApplyIntakeSheet).execute(name, officer)).toEqual({
    isRepeated: true,
    appliedAt,
    outcome: sheet.outcome,
  });
});
