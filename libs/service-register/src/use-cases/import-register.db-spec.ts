import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, pageRequest, system } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { startTestBed, type TestBed } from '#lib/testing';
import { PublicServices } from '../queries/public-services.js';
import { RegisterSections } from '../queries/register-sections.js';
import { StateBodies } from '../queries/state-bodies.js';
import { ServiceRegisterModule } from '../service-register.module.js';
import { agencyRow, akimatRow, csvRegister, ministryRow, sectionRow, serviceRow } from '../testing/register-files.js';
import { ImportRegister } from './import-register.js';

const seed = system('test');
const officer: Actor = { kind: 'officer', id: 'o', name: 'O', bodyId: 'b', roles: ['officer', 'signer'] };

describe('ImportRegister', () => {
  let bed: TestBed;
  const importCsv = (...rows: string[]) =>
    bed.get(ImportRegister).execute({ text: csvRegister(...rows), format: 'csv' }, seed);
  const rowsIn = async (table: string) =>
    (await bed.database.query<{ rows: number }>(`select count(*)::int as rows from ${table}`))[0]?.rows;

  beforeAll(async () => {
    bed = await startTestBed({ imports: [ServiceRegisterModule, LedgerModule] });
  });
  afterAll(() => bed.stop());

  it('imports bodies and services and tells the ledger (REQ-01)', async () => {
    const done = await importCsv(ministryRow, agencyRow, akimatRow, serviceRow());
    expect(done).toMatchObject({ bodies: { created: 3, updated: 0 }, services: { created: 1, updated: 0 } });
    expect(await bed.get(StateBodies).byCode('adgs')).toMatchObject({
      kind: 'CENTRAL',
      isSubordinateToPresident: true,
      authority: 'PUBLIC_SERVICES',
    });
    const service = await bed.get(PublicServices).byCode('00403005');
    const body = await bed.get(StateBodies).byId(service?.bodyId ?? '');
    expect([service?.name.kk, service?.enteredOn, body?.code]).toEqual(['Анықтама беру', '2016-05-20', 'mne']);
    const [entry] = await bed.database.query('select act, actor from ledger_entry');
    expect(entry).toEqual({ act: 'register.imported', actor: 'system:test' });
  });

  it('changes a known code, keeps its id, and counts what was the same as neither', async () => {
    const before = await bed.get(PublicServices).byCode('00403005');
    const done = await importCsv(ministryRow, serviceRow('00403005', 'mne', 'Анықтамалар беру'));
    expect(done).toMatchObject({ bodies: { created: 0, updated: 0 }, services: { created: 0, updated: 1 } });
    const after = await bed.get(PublicServices).byCode('00403005');
    expect([after?.id, after?.name.kk]).toEqual([before?.id, 'Анықтамалар беру']);
  });

  it('imports nothing when one row is faulty, and names every faulty row', async () => {
    const before = [await rowsIn('state_body'), await rowsIn('public_service'), await rowsIn('ledger_entry')];
    const attempt = importCsv(
      'body,new,CENTRAL,Жаңа,Новый,,,,,,,',
      serviceRow('123'),
      serviceRow('00000002', 'nobody'),
    );
    await expect(attempt).rejects.toMatchObject({
      code: 'import-refused',
      details: {
        faults: [
          { line: 3, code: 'service-code' },
          { line: 4, code: 'unknown-body' },
        ],
      },
    });
    expect([await rowsIn('state_body'), await rowsIn('public_service'), await rowsIn('ledger_entry')]).toEqual(before);
  });

  it('changes nothing in a dry run, whether the file is good or faulty', async () => {
    const before = [await rowsIn('state_body'), await rowsIn('ledger_entry')];
    const dry = (row: string) =>
      bed.get(ImportRegister).execute({ text: csvRegister(row), format: 'csv', isDryRun: true }, seed);
    expect(await dry('body,dry,CENTRAL,Жаңа,Новый,,,,,,,')).toMatchObject({ bodies: { created: 1 }, faults: [] });
    expect(await dry('body,dry,,Жаңа,Новый,,,,,,,')).toMatchObject({ faults: [{ line: 2, code: 'missing' }] });
    expect([await rowsIn('state_body'), await rowsIn('ledger_entry')]).toEqual(before);
  });

  it('tells in a dry run what each row would do, also beside faulty ones', async () => {
    const text = csvRegister(ministryRow.replace('Министерство', 'Бывшее министерство'), akimatRow, serviceRow('1'));
    const told = await bed.get(ImportRegister).execute({ text, format: 'csv', isDryRun: true }, seed);
    expect(told.rows.map(({ line, code, state }) => [line, code, state])).toEqual([
      [2, 'mne', 'CHANGED'],
      [3, 'almaty', 'SAME'],
    ]);
    expect(told.rows[0]?.changes).toEqual([expect.objectContaining({ field: 'name_ru' })]);
    expect(told.faults).toEqual([expect.objectContaining({ line: 4, code: 'service-code' })]);
  });

  it('imports what the dry run told, and refuses when the register changed meanwhile', async () => {
    const text = csvRegister('body,seen,CENTRAL,Көрінген,Виденное,,,,,,,');
    const run = (more: { isDryRun?: boolean; seen?: string }) =>
      bed.get(ImportRegister).execute({ text, format: 'csv', ...more }, seed);
    const { seen } = await run({ isDryRun: true });
    expect((await run({ isDryRun: true })).seen).toBe(seen);
    await importCsv('body,seen,CENTRAL,Басқа,Другое,,,,,,,');
    await expect(run({ seen })).rejects.toMatchObject({ code: 'conflict' });
    expect((await bed.get(StateBodies).byCode('seen'))?.name.ru).toBe('Другое');
    const { rows, bodies } = await run({ seen: (await run({ isDryRun: true })).seen });
    expect([rows[0]?.state, bodies]).toEqual(['CHANGED', { created: 0, updated: 1 }]);
    await bed.database.query(`delete from state_body where code = 'seen'`);
  });

  it('takes everything back when the ledger cannot be written', async () => {
    await bed.database.query('revoke insert on ledger_entry from talqy_app');
    await expect(importCsv('body,ghost,CENTRAL,Елес,Призрак,,,,,,,')).rejects.toThrow('permission denied');
    await bed.database.query('grant insert on ledger_entry to talqy_app');
    expect(await bed.get(StateBodies).byCode('ghost')).toBeUndefined();
  });

  it('moves an authority from one body to another, and refuses to share it (R9)', async () => {
    await expect(importCsv('body,mne,CENTRAL,М,М,,no,PUBLIC_SERVICES,,,,')).rejects.toMatchObject({
      details: { faults: [{ code: 'authority-taken' }] },
    });
    await importCsv('body,mne,CENTRAL,М,М,,no,PUBLIC_SERVICES,,,,', agencyRow.replace('PUBLIC_SERVICES', ''));
    expect((await bed.get(StateBodies).byCode('mne'))?.authority).toBe('PUBLIC_SERVICES');
    expect((await bed.get(StateBodies).byCode('adgs'))?.authority).toBeNull();
  });

  it('tells the ledger what it told who imported, of a body that only gives its authority up too', async () => {
    const done = await importCsv('body,mne,CENTRAL,М,М,,no,,,,,');
    expect(done.bodies).toEqual({ created: 0, updated: 1 });
    const [entry] = await bed.database.query<{ data: string }>(
      'select data from ledger_entry order by at desc, id desc limit 1',
    );
    const { bodies, services, sections } = done;
    expect(JSON.parse(entry?.data ?? '{}')).toMatchObject({ bodies, services, sections });
    await importCsv('body,mne,CENTRAL,М,М,,no,PUBLIC_SERVICES,,,,');
  });

  it('reads the same rows from JSON', async () => {
    const text = '[{"type":"body","code":"j","kind":"CENTRAL","name_kk":"Ж","name_ru":"Ж"}]';
    const done = await bed.get(ImportRegister).execute({ text, format: 'json' }, seed);
    expect(done.bodies.created).toBe(1);
  });

  it('is for an administrator', async () => {
    const attempt = bed.get(ImportRegister).execute({ text: csvRegister(ministryRow), format: 'csv' }, officer);
    await expect(attempt).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('lists bodies by code, a page at a time', async () => {
    const bodies = bed.get(StateBodies);
    const first = await bodies.list(pageRequest(2));
    const second = await bodies.list(pageRequest(2, first.next));
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(['adgs', 'almaty', 'j', 'mne']);
    expect(second.next).toBeUndefined();
    expect((await bodies.list(pageRequest(5), 'LOCAL_EXECUTIVE')).items.map(({ code }) => code)).toEqual(['almaty']);
  });

  it('finds by a part of the code or of a name, and takes no sign for a wildcard', async () => {
    const found = async (search: string) =>
      (await bed.get(StateBodies).list(pageRequest(9), undefined, search)).items.map(({ code }) => code);
    expect([await found('алматы'), await found('ADG'), await found('%'), await found('_')]).toEqual([
      ['almaty'],
      ['adgs'],
      [],
      [],
    ]);
    expect((await bed.get(PublicServices).list(pageRequest(5), { search: '0040' })).items).toHaveLength(1);
  });

  it('lists the services of one developer', async () => {
    const mne = await bed.get(StateBodies).byCode('mne');
    expect((await bed.get(PublicServices).list(pageRequest(5), { bodyId: mne?.id })).items).toHaveLength(1);
  });

  describe('of sections', () => {
    const sections = async (search?: string) => (await bed.get(RegisterSections).list(pageRequest(9), search)).items;
    const name = { kk: 'Мұрағаттар мен құжаттар', ru: 'Архивы и документы' };

    it('leaves a service whose section has no name a service, shown by the code alone', async () => {
      expect(await sections()).toEqual([{ code: '004', name: null, services: 1 }]);
      expect((await bed.get(PublicServices).byCode('00403005'))?.section).toBeNull();
    });

    it('names a section, renames it under its id, and tells the ledger how many', async () => {
      const id = async () =>
        (await bed.database.query<{ id: string }>(`select id from register_section where code = '004'`))[0]?.id;
      expect((await importCsv(sectionRow())).sections).toEqual({ created: 1, updated: 0 });
      const before = await id();
      expect((await importCsv(sectionRow())).sections).toEqual({ created: 0, updated: 0 });
      const renamed = await importCsv(sectionRow('004', 'Архивное дело'), sectionRow('021', 'Образование'));
      expect(renamed.sections).toEqual({ created: 1, updated: 1 });
      expect(await id()).toBe(before);
      const [entry] = await bed.database.query<{ data: string }>(
        'select data from ledger_entry order by at desc, id desc limit 1',
      );
      expect(JSON.parse(entry?.data ?? '{}')).toMatchObject({ sections: { created: 1, updated: 1 } });
      await importCsv(sectionRow());
      expect(await sections()).toEqual([
        { code: '004', name, services: 1 },
        { code: '021', name: { ...name, ru: 'Образование' }, services: 0 },
      ]);
      expect((await bed.get(PublicServices).byCode('00403005'))?.section).toEqual(name);
    });

    it('names none when one row of the file is faulty', async () => {
      const before = await sections();
      const attempt = importCsv(sectionRow('005'), sectionRow('05'), sectionRow('006'), sectionRow('006'));
      await expect(attempt).rejects.toMatchObject({
        details: {
          faults: [
            { line: 3, field: 'code', code: 'section-code' },
            { line: 5, field: 'code', code: 'duplicate' },
          ],
        },
      });
      expect(await sections()).toEqual(before);
    });

    it('reads them from JSON, refuses others than an administrator, and changes nothing in a dry run', async () => {
      const text = JSON.stringify([{ type: 'section', code: '007', name_kk: 'Б', name_ru: 'Р', name_en: 'S' }]);
      const dry = await bed.get(ImportRegister).execute({ text, format: 'json', isDryRun: true }, seed);
      expect([dry.sections, dry.rows[0]?.state]).toEqual([{ created: 1, updated: 0 }, 'NEW']);
      const attempt = bed.get(ImportRegister).execute({ text, format: 'json' }, officer);
      await expect(attempt).rejects.toMatchObject({ code: 'not-allowed' });
      expect(await rowsIn('register_section')).toBe(2);
    });

    it('are found by code and name, a page at a time, and have their services alone', async () => {
      expect((await sections('образ')).map(({ code }) => code)).toEqual(['021']);
      expect((await sections('00')).map(({ code }) => code)).toEqual(['004']);
      const list = bed.get(RegisterSections);
      const { items, next } = await list.list(pageRequest(1));
      expect([items.map(({ code }) => code), next]).toEqual([['004'], '004']);
      expect((await list.list(pageRequest(1, next))).items.map(({ code }) => code)).toEqual(['021']);
      expect((await list.withServices()).map(({ code }) => code)).toEqual(['004']);
      const of = async (section: string) => (await bed.get(PublicServices).list(pageRequest(9), { section })).items;
      expect((await of('004')).map(({ code }) => code)).toEqual(['00403005']);
      expect([await of('003'), await of('005'), await of('021'), await of('0'), await of("004' or true")]).toEqual(
        Array.from({ length: 5 }, () => []),
      );
    });
  });
});
