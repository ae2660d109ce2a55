import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database, Transactions } from '#lib/database';
import { type Actor, newId, system } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { startTestBed, type TestBed } from '#lib/testing';
import type { DraftedClause } from '../domain/drafted-clause.js';
import type { ProcedureState } from '../domain/procedure-lifecycle.js';
import { procedureStates } from '../domain/procedure-lifecycle.js';
import { DraftingModule } from '../drafting.module.js';
import { DraftVersions } from '../persistence/draft-versions.js';
import { Dossiers } from '../queries/dossiers.js';
import { DraftTexts } from '../queries/draft-texts.js';
import { insertRegister } from '../testing/register-rows.js';
import { textHash } from '../text-hash.js';
import { CreateProcedure } from './create-procedure.js';
import { SaveDraftVersion } from './save-draft-version.js';

const title = { kk: 'Өзгерістер', ru: 'Изменения' };
const item = (level: number, label: string, words: string): DraftedClause => ({
  kind: level === 1 ? 'SECTION' : 'CLAUSE',
  level,
  label,
  text: { kk: `${words} kk`, ru: `${words} ru` },
});
const text = [item(1, '1.', 'Жалпы'), item(2, '1.', 'Мерзімі бес күн'), item(2, '2.', 'Нысаны қағаз')];

describe('SaveDraftVersion', () => {
  let bed: TestBed;
  let developerId: string;
  let procedureId: string;
  const officer = (bodyId = developerId): Actor => ({
    kind: 'officer',
    id: newId(),
    name: 'O',
    bodyId,
    roles: ['officer'],
  });
  const save = (clauses: readonly DraftedClause[], actor = officer()) =>
    bed.get(SaveDraftVersion).execute({ procedureId, clauses }, actor);
  const read = (versionId: string) => bed.get(DraftTexts).byVersion(versionId);
  const freeze = (versionId: string) => bed.get(Transactions).run((tx) => bed.get(DraftVersions).freeze(tx, versionId));
  const setState = (state: ProcedureState) =>
    bed.database.query('update procedure set state = $2 where id = $1', [procedureId, state]);

  beforeAll(async () => {
    bed = await startTestBed({ imports: [DraftingModule, LedgerModule] });
    developerId = (await insertRegister(bed.database)).ministryId;
  });
  beforeEach(async () => {
    const input = { kind: 'AMENDMENT', developerId, title, profileFamily: 'kz-126' } as const;
    procedureId = await bed.get(CreateProcedure).execute(input, system('test'));
  });
  afterAll(() => bed.stop());

  it('saves a text only over the version it began from, unless it is that text already', async () => {
    const over = (basedOn: number, clauses: readonly DraftedClause[]) =>
      bed.get(SaveDraftVersion).execute({ procedureId, clauses, basedOn }, officer());
    expect(await over(0, text)).toMatchObject({ version: 1 });
    await expect(over(0, text.slice(1))).rejects.toMatchObject({ code: 'conflict', details: { latest: 1 } });
    await expect(over(2, text.slice(1))).rejects.toMatchObject({ code: 'conflict' });
    const stored = (await bed.get(DraftTexts).versionsOf(procedureId)).length;
    expect(stored).toBe(1);
    expect(await over(0, text)).toMatchObject({ version: 1, isNew: false });
    expect(await over(1, text.slice(1))).toMatchObject({ version: 2, isNew: true });
  });

  it('saves the first version, takes the dossier to DRAFTING and tells the ledger the hash (REQ-23)', async () => {
    const saved = await save(text);
    expect(saved).toMatchObject({ version: 1, isNew: true });
    const version = await read(saved.versionId);
    expect(version).toMatchObject({ title, frozenAt: null, textSha256: saved.textSha256 });
    expect(version.clauses).toMatchObject(text);
    expect(textHash(await bed.get(DraftTexts).tree(saved.versionId))).toBe(saved.textSha256);
    expect(await bed.get(Dossiers).byId(procedureId)).toMatchObject({
      state: 'DRAFTING',
      latestVersion: { version: 1 },
    });
    const [entry] = await bed.database.query<{ data: string }>(
      `select data from ledger_entry where subject_id = $1 and act = 'draft.version-created'`,
      [procedureId],
    );
    expect(entry?.data).toContain(saved.textSha256);
  });

  it('makes no version of the same text', async () => {
    const first = await save(text);
    expect(await save(text)).toEqual({ ...first, isNew: false });
    expect(await bed.get(DraftTexts).versionsOf(procedureId)).toHaveLength(1);
  });

  it('keeps the lineage of every clause when one is inserted before it (REQ-24)', async () => {
    const before = await read((await save(text)).versionId);
    const [section, first, second] = text as [DraftedClause, DraftedClause, DraftedClause];
    const inserted = [section, item(2, '1.', 'Жаңа бөлік'), { ...first, label: '2.' }, { ...second, label: '3.' }];
    const after = await read((await save(inserted)).versionId);
    const wordsOf = (lineageId?: string) => after.clauses.find((clause) => clause.lineageId === lineageId)?.text;
    for (const clause of before.clauses) expect(wordsOf(clause.lineageId)).toEqual(clause.text);
    expect(before.clauses.map(({ lineageId }) => lineageId)).not.toContain(after.clauses[1]?.lineageId);
  });

  it('keeps a lineage id that is given, whatever becomes of the words (REQ-24)', async () => {
    const before = await read((await save(text)).versionId);
    const lineageId = before.clauses[1]?.lineageId ?? '';
    const after = await read((await save([{ ...item(2, '9.', 'Мүлдем басқа'), lineageId }])).versionId);
    expect(after.clauses.map((clause) => clause.lineageId)).toEqual([lineageId]);
  });

  it('numbers versions without a gap when two are saved at once', async () => {
    const other = [...text, item(2, '3.', 'Тағы')];
    await Promise.all([save(text), save(other)]);
    expect((await bed.get(DraftTexts).versionsOf(procedureId)).map(({ version }) => version)).toEqual([1, 2]);
  });

  it.each(procedureStates)('knows whether a text may be saved while %s (REQ-23)', async (state) => {
    await setState(state);
    const outcome = await save(text).then(
      () => 'saved',
      (error: { code?: string }) => error.code,
    );
    const may = ['REGISTERED', 'DRAFTING', 'CLOSED', 'CONSIDERED', 'RETURNED'].includes(state);
    expect(outcome).toBe(may ? 'saved' : 'wrong-state');
  });

  it('refuses what is no text, and saves nothing', async () => {
    await expect(save([item(1, '1.', 'А'), { ...item(2, '1.', 'Б'), level: 0 }])).rejects.toMatchObject({
      code: 'invalid-input',
      details: { faults: [{ fault: 'level-wrong', position: 2 }] },
    });
    expect(await bed.get(DraftTexts).versionsOf(procedureId)).toEqual([]);
    expect((await bed.get(Dossiers).byId(procedureId))?.state).toBe('REGISTERED');
  });

  it('hides the dossier from another body and an unknown one from everybody', async () => {
    await expect(save(text, officer(newId()))).rejects.toMatchObject({ code: 'not-found' });
    const unknown = bed.get(SaveDraftVersion).execute({ procedureId: newId(), clauses: text }, officer());
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
    await expect(save(text, { kind: 'citizen' })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('takes everything back when the ledger cannot be written', async () => {
    await bed.database.query('revoke insert on ledger_entry from talqy_app');
    await expect(save(text)).rejects.toThrow('permission denied');
    await bed.database.query('grant insert on ledger_entry to talqy_app');
    expect(await bed.get(DraftTexts).versionsOf(procedureId)).toEqual([]);
    expect((await bed.get(Dossiers).byId(procedureId))?.state).toBe('REGISTERED');
  });

  describe('a frozen version (REQ-23)', () => {
    let versionId: string;
    beforeEach(async () => {
      ({ versionId } = await save(text));
      await freeze(versionId);
    });

    it('says when it was frozen, once', async () => {
      bed.clock.set('2016-07-01T00:00:00.000000Z' as never);
      await freeze(versionId);
      expect((await read(versionId)).frozenAt).toBe('2016-06-01T06:00:00.000000Z');
      bed.clock.set('2016-06-01T06:00:00.000000Z' as never);
    });

    it.each([
      ['a word of a clause', `update clause set text_kk = text_kk || '!' where version_id = $1`],
      ['a number', `update clause set label = '7.' where version_id = $1`],
      ['a lineage', `update clause set lineage_id = gen_random_uuid() where version_id = $1 and position = 1`],
      ['a clause less', `delete from clause where version_id = $1 and position = 3`],
      [
        'a clause more',
        `insert into clause select version_id, 99, gen_random_uuid(), kind, level, label, text_kk, text_ru from clause where version_id = $1 limit 1`,
      ],
      ['its title', `update draft_version set title_ru = '' where id = $1`],
      ['its hash', `update draft_version set text_sha256 = sha256('') where id = $1`],
      ['its freezing', `update draft_version set frozen_at = null where id = $1`],
      ['its end', `delete from draft_version where id = $1`],
    ])('is not changed by SQL: %s', async (_, sql) =>
      expect(bed.database.query(sql, [versionId])).rejects.toMatchObject({ code: '23514' }),
    );

    it('does not take in a clause of another version', async () => {
      const next = await save([...text, item(2, '3.', 'Тағы')]);
      const move = bed.database.query(
        'update clause set version_id = $1, position = 50 where version_id = $2 and position = 4',
        [versionId, next.versionId],
      );
      await expect(move).rejects.toMatchObject({ code: '23514' });
    });

    it('is followed by a new version that may change', async () => {
      const next = await save([...text, item(2, '3.', 'Тағы')]);
      await bed.database.query(`update clause set label = '8.' where version_id = $1 and position = 4`, [
        next.versionId,
      ]);
      expect(next.version).toBe(2);
    });
  });

  it('does not freeze a text that is not the one hashed', async () => {
    const { versionId } = await save(text);
    await bed.database.query(`update clause set text_ru = 'x' where version_id = $1 and position = 2`, [versionId]);
    await expect(freeze(versionId)).rejects.toThrow('does not match its hash');
    expect((await bed.get(DraftVersions).byId(bed.get(Database), versionId)).frozenAt).toBeNull();
  });
});
