import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { type Actor, newId, pageRequest, type Role } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { startTestBed, type TestBed } from '#lib/testing';
import { DraftingModule } from '../drafting.module.js';
import { procedureLifecycle } from '../domain/procedure-lifecycle.js';
import { Procedures } from '../persistence/procedures.js';
import { Dossiers } from '../queries/dossiers.js';
import { insertRegister, type RegisterRows, serviceName } from '../testing/register-rows.js';
import { CreateProcedure, type CreateProcedureInput } from './create-procedure.js';

describe('CreateProcedure', () => {
  let bed: TestBed;
  let register: RegisterRows;
  const officer = (bodyId = register.ministryId, ...roles: Role[]): Actor => ({
    kind: 'officer',
    id: newId(),
    name: 'O',
    bodyId,
    roles: roles.length > 0 ? roles : ['officer'],
  });
  const standard = (change: Partial<CreateProcedureInput> = {}): CreateProcedureInput => ({
    kind: 'NEW_STANDARD',
    serviceCode: register.serviceCode,
    developerId: register.ministryId,
    title: { kk: '"Мұрағаттық анықтама" беру', ru: ' Выдача  "архивной справки"' },
    profileFamily: 'kz-126',
    ...change,
  });
  const create = (change?: Partial<CreateProcedureInput>, actor = officer(change?.developerId)) =>
    bed.get(CreateProcedure).execute(standard(change), actor);

  beforeAll(async () => {
    bed = await startTestBed({ imports: [DraftingModule, LedgerModule] });
    register = await insertRegister(bed.database);
  });
  afterAll(() => bed.stop());

  it('opens the dossier of a new standard from its register entry and tells the ledger (R5, REQ-01)', async () => {
    const id = await create();
    expect(await bed.get(Dossiers).byId(id)).toMatchObject({
      id,
      kind: 'NEW_STANDARD',
      state: 'REGISTERED',
      createdAt: '2016-06-01T06:00:00.000000Z',
      service: { code: register.serviceCode, name: serviceName },
      developer: { id: register.ministryId },
      latestVersion: null,
    });
    const entries = await bed.database.query<{ act: string }>('select act from ledger_entry where subject_id = $1', [
      id,
    ]);
    expect(entries).toEqual([{ act: 'procedure.created' }]);
  });

  it('opens one standard for a service, also when two are opened at once (REQ-02)', async () => {
    await expect(create()).rejects.toMatchObject({ code: 'conflict' });
    const second = { serviceCode: register.secondServiceCode };
    const outcomes = await Promise.allSettled([create(second), create(second)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('opens an amendment without a register entry (REQ-82) and another draft under another profile', async () => {
    const title = { kk: 'Өзгерістер енгізу туралы', ru: 'О внесении изменений' };
    await create({ kind: 'AMENDMENT', serviceCode: undefined, title });
    await create({
      kind: 'OTHER_DRAFT',
      serviceCode: undefined,
      title: { kk: '', ru: '', en: 'Units' },
      profileFamily: 'iso-enquiry',
    });
  });

  it.each([
    ['a new standard without a register entry (REQ-01)', () => ({ serviceCode: undefined }), 'no-register-entry'],
    ['a service that is not in the register (REQ-01)', () => ({ serviceCode: '99999999' }), 'no-register-entry'],
    [
      'a name of one other letter (REQ-11)',
      () => ({ title: { ...serviceName, ru: 'Выдача «архивной справкu»' } }),
      'name-differs',
    ],
    [
      'a developer of another competence (R10.I.2)',
      () => ({ developerId: register.otherMinistryId }),
      'developer-not-competent',
    ],
    [
      'a developer that is not central (REQ-12)',
      () => ({ kind: 'AMENDMENT' as const, serviceCode: undefined, developerId: register.akimatId }),
      'developer-not-central',
    ],
    ['an unknown profile', () => ({ profileFamily: '__proto__' as 'uk' }), 'profile-unknown'],
    ['an unknown kind', () => ({ kind: 'LAW' as 'AMENDMENT' }), 'kind-unknown'],
  ])('refuses %s', async (_, change, refusal) =>
    expect(create(change())).rejects.toMatchObject({ code: 'invalid-input', details: { refusals: [{ refusal }] } }),
  );

  it('is for an officer of the developing body', async () => {
    await expect(create({}, officer(register.otherMinistryId))).rejects.toMatchObject({ code: 'not-found' });
    await expect(create({}, officer(register.ministryId, 'signer'))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(create({}, { kind: 'citizen' })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('moves a dossier by its table of states only (R8)', async () => {
    const id = await create({ kind: 'AMENDMENT', serviceCode: undefined });
    const move = (to: keyof typeof procedureLifecycle) =>
      bed.get(Transactions).run((tx) => bed.get(Procedures).move(tx, id, to));
    await expect(move('OPEN')).rejects.toMatchObject({ code: 'wrong-state', details: { state: 'REGISTERED' } });
    await move('DRAFTING');
    await expect(move('DRAFTING')).rejects.toMatchObject({ code: 'wrong-state' });
    await move('OPEN');
    expect((await bed.get(Dossiers).byId(id))?.state).toBe('OPEN');
  });

  it('lists the dossiers of a body, newest first, a page at a time', async () => {
    const dossiers = bed.get(Dossiers);
    const filter = { developerId: register.ministryId };
    const first = await dossiers.list(pageRequest(2), filter);
    const rest = await dossiers.list(pageRequest(10, first.next), filter);
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect([first.items.length, ids.length, rest.next]).toEqual([2, 5, undefined]);
    expect((await dossiers.list(pageRequest(10), { states: ['OPEN'] })).items).toHaveLength(1);
    expect(await dossiers.byId('x')).toBeUndefined();
  });
});
