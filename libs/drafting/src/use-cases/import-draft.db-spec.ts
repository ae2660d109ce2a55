import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, newId, system } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { startTestBed, type TestBed } from '#lib/testing';
import { DraftingModule } from '../drafting.module.js';
import { DraftTexts } from '../queries/draft-texts.js';
import { insertRegister } from '../testing/register-rows.js';
import { standardKk, standardRu } from '../testing/standard-texts.js';
import { CreateProcedure } from './create-procedure.js';
import { ImportDraft } from './import-draft.js';

describe('ImportDraft', () => {
  let bed: TestBed;
  let procedureId: string;
  const actor = system('test');
  const importTexts = (kk: string, ru: string, isDryRun = false, by: Actor = actor) =>
    bed.get(ImportDraft).execute(
      {
        procedureId,
        isDryRun,
        files: [
          { language: 'kk', format: 'markdown', text: kk },
          { language: 'ru', format: 'markdown', text: ru },
        ],
      },
      by,
    );
  const versions = () => bed.get(DraftTexts).versionsOf(procedureId);

  beforeAll(async () => {
    bed = await startTestBed({ imports: [DraftingModule, LedgerModule] });
    const { ministryId } = await insertRegister(bed.database);
    const title = { kk: 'Өзгерістер', ru: 'Изменения' };
    const input = { kind: 'AMENDMENT', developerId: ministryId, title, profileFamily: 'kz-126' } as const;
    procedureId = await bed.get(CreateProcedure).execute(input, actor);
  });
  afterAll(() => bed.stop());

  it('shows the structure in a dry run and saves nothing', async () => {
    const done = await importTexts(standardKk, standardRu, true);
    expect(done).toMatchObject({ isDryRun: true, faults: [] });
    expect(done.saved).toBeUndefined();
    expect(done.clauses.filter(({ kind }) => kind === 'SECTION')).toHaveLength(4);
    expect(await versions()).toEqual([]);
  });

  it('saves both languages together under the heading of the file (REQ-19)', async () => {
    const { saved } = await importTexts(standardKk, standardRu);
    const version = await bed.get(DraftTexts).byVersion(saved?.versionId ?? '');
    expect(version.title.ru).toContain('Выдача архивной справки');
    expect(version.clauses.find(({ label }) => label === '7.')?.text).toEqual({
      kk: 'Бірыңғай байланыс-орталығы: 1414.',
      ru: 'Единый контакт-центр: 1414.',
    });
  });

  it('makes no version of the same files', async () => {
    expect((await importTexts(standardKk, standardRu)).saved).toMatchObject({ version: 1, isNew: false });
    expect(await versions()).toHaveLength(1);
  });

  it('keeps the lineage of the clauses when one is inserted and the rest renumbered (REQ-24)', async () => {
    const [first] = await versions();
    const before = await bed.get(DraftTexts).byVersion(first?.id ?? '');
    const insertion = (text: string, words: string) =>
      text.replace('\n7. ', '\n8. ').replace('\n6. ', `\n6. ${words}\n7. `);
    const { saved } = await importTexts(insertion(standardKk, 'Жаңа тармақ.'), insertion(standardRu, 'Новый пункт.'));
    const after = await bed.get(DraftTexts).byVersion(saved?.versionId ?? '');
    expect(after.clauses).toHaveLength(before.clauses.length + 1);
    for (const clause of before.clauses)
      expect(after.clauses.find(({ lineageId }) => lineageId === clause.lineageId)?.text).toEqual(clause.text);
  });

  it('names the row that the other language lacks, and saves nothing (REQ-19)', async () => {
    const count = (await versions()).length;
    const shorter = standardRu.replace('6. Жалоба подается на имя руководителя услугодателя.', '');
    await expect(importTexts(standardKk, shorter)).rejects.toMatchObject({
      code: 'import-refused',
      details: { faults: [{ code: 'no-counterpart', language: 'kk', lackedBy: 'ru' }] },
    });
    expect((await importTexts(standardKk, shorter, true)).faults.length).toBeGreaterThan(0);
    expect(await versions()).toHaveLength(count);
  });

  it.each([true, false])('reads nothing while the text may not change (REQ-23), dry run: %s', async (isDryRun) => {
    const count = (await versions()).length;
    await bed.database.query(`update procedure set state = 'OPEN' where id = $1`, [procedureId]);
    const attempt = importTexts(standardKk, standardRu, isDryRun);
    await expect(attempt).rejects.toMatchObject({ code: 'wrong-state', details: { state: 'OPEN' } });
    await bed.database.query(`update procedure set state = 'DRAFTING' where id = $1`, [procedureId]);
    expect(await versions()).toHaveLength(count);
  });

  it('refuses a file that is no document', async () => {
    const files = [{ language: 'kk', format: 'docx', bytes: Buffer.from('x') }] as const;
    const attempt = bed.get(ImportDraft).execute({ procedureId, files }, actor);
    await expect(attempt).rejects.toMatchObject({ code: 'import-refused' });
  });

  it('is for an officer of the developing body', async () => {
    const stranger: Actor = { kind: 'officer', id: newId(), name: 'O', bodyId: newId(), roles: ['officer'] };
    await expect(importTexts(standardKk, standardRu, true, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(importTexts(standardKk, standardRu, true, { kind: 'citizen' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});
