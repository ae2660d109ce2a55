import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { instant, type LegalDay, legalDay, system } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { officerOf, startTestBed, type TestBed } from '#lib/testing';
import { knownProfiles, profileById, profileInForce, registerProfiles, rulesOfFamily } from '#lib/time-limits';
import { Logger } from '@nestjs/common';
import { listedProfiles } from '../domain/listed-profiles.js';
import { ProcedureProfilesModule } from '../procedure-profiles.module.js';
import { ProfileRegister } from '../profile-register.js';
import { versionOf } from '../testing/new-profile.js';
import { AddProcedureProfile } from './add-procedure-profile.js';
import { WithdrawProcedureProfile } from './withdraw-procedure-profile.js';

const BODY = '0197e000-0000-7000-8000-000000000001';
const administrator = officerOf(BODY, 'administrator');
const today = '2026-11-27T06:00:00Z';
let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed({ imports: [LedgerModule, ProcedureProfilesModule], now: today });
});
afterAll(() => bed.stop());
beforeEach(async () => {
  bed.clock.set(instant(today));
  await bed.database.query('alter table procedure_profile disable trigger user');
  await bed.database.query('delete from procedure_profile');
  await bed.database.query('alter table procedure_profile enable trigger user');
  await bed.get(ProfileRegister).load();
});

const add = (...given: Parameters<typeof versionOf>) =>
  bed.get(AddProcedureProfile).execute(versionOf(...given), administrator);
const withdraw = (id: string) => bed.get(WithdrawProcedureProfile).execute(id, administrator);
const listed = async () => listedProfiles(await bed.get(ProfileRegister).load(), bed.clock.now());
const inForce = (family: string, day: string) => profileInForce(family, legalDay(day)).id;
const fourteen = { unit: 'calendar-day', length: 14, minimumLength: 14 } as const;
const acts = () =>
  bed.database.query<{ act: string; data: string }>(
    `select act, data from ledger_entry where subject_kind = 'profile' order by at, id`,
  );

describe('AddProcedureProfile (REQ-120)', () => {
  it('a version of a family ends the one in force on the day before, and all else is as the base says', async () => {
    const before = profileById('kz-126-by-decision');
    await add('kz-126-by-decision', {}, { term: fourteen });
    expect(inForce('kz-126-by-decision', '2026-12-14')).toBe('kz-126-by-decision');
    expect(inForce('kz-126-by-decision', '2026-12-15')).toBe('kz-126-by-decision-next');
    const ended = profileById('kz-126-by-decision');
    expect(ended).toEqual({ ...before, validTo: '2026-12-14' });
    const next = profileById('kz-126-by-decision-next');
    expect(next).toEqual({ ...before, id: next.id, validFrom: '2026-12-15', validTo: null, term: fourteen });
    const [entry] = (await acts()).slice(-1);
    expect([entry?.act, JSON.parse(entry?.data ?? '')]).toEqual([
      'profile.added',
      {
        profileId: 'kz-126-by-decision-next',
        family: 'kz-126-by-decision',
        basedOn: 'kz-126-by-decision',
        validFrom: '2026-12-15',
        changed: ['term'],
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('a family of its own begins on its day and not before, and leaves the base in force', async () => {
    await add('uk', { id: 'talks-2027', family: 'talks' });
    expect(() => inForce('talks', '2026-12-14')).toThrow(expect.objectContaining({ code: 'term-not-computable' }));
    expect([inForce('talks', '2026-12-15'), inForce('uk', '2026-12-15')]).toEqual(['talks-2027', 'uk']);
    expect(rulesOfFamily('talks', instant('2026-12-14T06:00:00Z'))).toBeUndefined();
    expect(rulesOfFamily('talks', instant('2026-12-15T06:00:00Z'))?.id).toBe('talks-2027');
  });

  it('is based on an added one as well, and goes before a later one that is there already', async () => {
    await add('uk', { id: 'uk-2028', validFrom: '2028-01-01' }, { term: fourteen });
    await add('uk-2028', { id: 'uk-2027', validFrom: '2027-01-01' }, { latePolicy: 'reject' });
    expect(['2026-12-31', '2027-12-31', '2028-01-01'].map((day) => inForce('uk', day))).toEqual([
      'uk',
      'uk-2027',
      'uk-2028',
    ]);
    expect(profileById('uk-2027')).toMatchObject({ term: fourteen, latePolicy: 'reject', validTo: '2027-12-31' });
  });

  it('refuses what has faults, all named, and writes nothing', async () => {
    const entries = (await acts()).length;
    const faulty = versionOf('uk', { id: 'uk' }, { term: { ...fourteen, length: 3 }, draftLanguages: [] });
    await expect(bed.get(AddProcedureProfile).execute(faulty, administrator)).rejects.toMatchObject({
      code: 'invalid-input',
      details: {
        faults: [
          { field: 'id', fault: 'taken' },
          { field: 'term.length', fault: 'below-minimum', bound: 14 },
          { field: 'draftLanguages', fault: 'missing' },
        ],
      },
    });
    expect(await bed.database.query('select from procedure_profile')).toEqual([]);
    expect((await acts()).length).toBe(entries);
  });

  it('a family of its own in a zone of its own begins tomorrow there, whatever day it is where its base is', async () => {
    bed.clock.set(instant('2026-11-10T03:00:00Z'));
    const { closing } = profileById('us-2026');
    const own = (validFrom: string) =>
      add(
        'us-2026',
        { id: 'own-zone', family: 'own-zone', validFrom },
        { closing: { ...closing, zone: 'Asia/Almaty' } },
      );
    const refusal = { details: { faults: [{ field: 'validFrom', fault: 'too-early', bound: '2026-11-11' }] } };
    await expect(own('2026-11-10')).rejects.toMatchObject(refusal);
    await own('2026-11-11');
    await withdraw('own-zone');
  });

  it('refuses a base that is not there, and who is no administrator', async () => {
    const added = versionOf('uk', {});
    const use = bed.get(AddProcedureProfile);
    await expect(use.execute({ ...added, basedOn: 'kz-127' }, administrator)).rejects.toMatchObject({
      code: 'not-found',
    });
    for (const actor of [officerOf(BODY), { kind: 'citizen' } as const])
      await expect(use.execute(added, actor)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(use.execute(added, system('test'))).resolves.toBeUndefined();
  });

  it.each(['uk', 'eu-2026'])('of two versions of %s from one day at once one is refused', async (base) => {
    const ends = await Promise.allSettled([
      add(base, { id: 'first', validFrom: '2027-01-01' }),
      add(base, { id: 'second', validFrom: '2027-01-01' }),
    ]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = ends.find((end) => end.status === 'rejected');
    expect(refused?.reason).toMatchObject({ details: { faults: [{ field: 'validFrom', fault: 'day-taken' }] } });
    expect(await listed()).toHaveLength(1);
  });

  it('the database keeps a row as it was written, whoever asks', async () => {
    await add('uk', { id: 'uk-2027' });
    for (const sql of [
      `update procedure_profile set valid_from = '2020-01-01'`,
      `update procedure_profile set rules = '{}'`,
      'delete from procedure_profile',
      'truncate procedure_profile',
    ])
      await expect(bed.database.query(sql)).rejects.toThrow(/REQ-120/);
    await expect(
      bed.database.query(`insert into procedure_profile (id, uid, family, based_on, valid_from, rules, added_by)
         select 'other', gen_random_uuid(), family, based_on, valid_from, rules, added_by from procedure_profile`),
    ).rejects.toThrow(/ix_procedure_profile_day/);
  });
});

describe('the register of a process', () => {
  it('a fresh one loads what was added, and keeps what it knows when a look fails', async () => {
    await add('uk', { id: 'uk-2027' }, { term: fourteen });
    registerProfiles([]);
    expect(() => profileById('uk-2027')).toThrow(expect.objectContaining({ code: 'not-found' }));
    const restarted = await startTestBed({ imports: [LedgerModule, ProcedureProfilesModule], database: bed.database });
    expect(profileById('uk-2027').term).toEqual(fourteen);
    await bed.database.query('alter table procedure_profile rename to elsewhere');
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await restarted.get(ProfileRegister).look();
    expect(logged).toHaveBeenCalledWith(
      expect.objectContaining({ error: expect.stringContaining('procedure_profile') }),
    );
    logged.mockRestore();
    expect(profileById('uk-2027').term).toEqual(fourteen);
    await restarted.stop();
    await expect(
      startTestBed({ imports: [LedgerModule, ProcedureProfilesModule], database: bed.database }),
    ).rejects.toThrow(
      /profiles of the procedure that were added could not be loaded.*talqy migrate.*procedure_profile/s,
    );
    await bed.database.query('alter table elsewhere rename to procedure_profile');
  });

  it('does not start with a profile it cannot compute with', async () => {
    await add('uk', { id: 'uk-2027' });
    await bed.database.query('alter table procedure_profile disable trigger user');
    await bed.database.query(`update procedure_profile set rules = jsonb_set(rules, '{closing,zone}', '"Mars/North"')`);
    await expect(bed.get(ProfileRegister).load()).rejects.toThrow('procedure profile uk-2027 is not coherent: closing');
    expect(profileById('uk-2027').closing.zone).toBe('Europe/London');
  });
});

describe('WithdrawProcedureProfile', () => {
  it('takes back one that has not begun: the version before goes on, and the id is not given again', async () => {
    await add('uk', { id: 'uk-2027' });
    await withdraw('uk-2027');
    expect(knownProfiles().some(({ id }) => id === 'uk-2027')).toBe(false);
    expect(profileById('uk').validTo).toBeNull();
    expect((await acts()).at(-1)).toMatchObject({ act: 'profile.withdrawn' });
    await expect(add('uk', { id: 'uk-2027' })).rejects.toMatchObject({
      details: { faults: [{ field: 'id', fault: 'taken' }] },
    });
    await add('uk', { id: 'uk-2027-2' });
    expect(inForce('uk', '2026-12-15')).toBe('uk-2027-2');
  });

  it.each([
    ['2026-12-14T23:49:00Z', undefined],
    ['2026-12-14T23:51:00Z', 'begun'],
    ['2026-12-15T06:00:00Z', 'begun'],
  ])('at %s: %s', async (now, reason) => {
    await add('uk', { id: 'uk-2027' });
    bed.clock.set(instant(now));
    const [each] = await listed();
    expect(each?.mayBeWithdrawn).toBe(reason === undefined);
    const withdrawn = withdraw('uk-2027');
    if (reason === undefined) await expect(withdrawn).resolves.toBeUndefined();
    else await expect(withdrawn).rejects.toMatchObject({ code: 'wrong-state', details: { reason } });
  });

  it('keeps the base of another, one withdrawn before, and what was never added', async () => {
    await add('uk', { id: 'uk-2027' });
    await add('uk-2027', { id: 'talks-2027', family: 'talks' });
    await expect(withdraw('uk-2027')).rejects.toMatchObject({ details: { reason: 'base' } });
    await withdraw('talks-2027');
    await withdraw('uk-2027');
    await expect(withdraw('uk-2027')).rejects.toMatchObject({ details: { reason: 'withdrawn' } });
    await expect(withdraw('uk')).rejects.toMatchObject({ code: 'not-found' });
    await expect(bed.get(WithdrawProcedureProfile).execute('uk-2027', officerOf(BODY))).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});

it('what was added goes before what a release brings under the same id or from the same day', () => {
  const uk = profileById('uk');
  registerProfiles([{ ...uk, latePolicy: 'reject' }]);
  expect(profileById('uk').latePolicy).toBe('reject');
  registerProfiles([{ ...uk, id: 'other', validFrom: uk.validFrom }]);
  expect(inForce('uk', '2026-12-15')).toBe('other');
  expect(() => registerProfiles([uk, uk])).toThrow(RangeError);
  expect(() => registerProfiles([{ ...uk, id: 'x', validFrom: '2026-02-30' as LegalDay }])).toThrow('validFrom');
  expect(inForce('uk', '2026-12-15')).toBe('other');
  registerProfiles([]);
});
