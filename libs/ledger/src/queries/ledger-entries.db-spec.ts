import { Transactions } from '#lib/database';
import { type Actor, citizen, type Instant, newId, system } from '#lib/kernel';
import { officerOf, startTestBed, type TestBed } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerModule } from '../ledger.module.js';
import { Ledger } from '../use-cases/record-act.js';
import { SealLedger } from '../use-cases/seal-ledger.js';
import type { EntryFilter } from './entry-filter.js';
import { LedgerEntries } from './ledger-entries.js';

describe('the ledger as it is read (REQ-115)', () => {
  let bed: TestBed;
  const administrator = officerOf(newId(), 'administrator');
  const officer = officerOf(newId(), 'officer');
  const remark = newId();

  const record = (actor: Actor, act: 'remark.received' | 'calendar.imported' | 'report.signed', id = newId()) =>
    bed
      .get(Transactions)
      .run((tx) => bed.get(Ledger).record(tx, { actor, act, subject: { kind: 'remark', id }, data: { n: 1 } }));

  beforeAll(async () => {
    bed = await startTestBed({ imports: [LedgerModule] });
    await record(citizen, 'remark.received', remark);
    await record(officer, 'report.signed', remark);
    await bed.get(SealLedger).execute();
    await record(system('cli'), 'calendar.imported');
  });
  afterAll(() => bed.stop());

  const entries = () => bed.get(LedgerEntries);
  const acts = async (filter: EntryFilter) =>
    (await entries().list(filter, { size: 10 }, administrator)).items.map(({ act }) => act);

  it('tells the newest first, sealed or not', async () => {
    const { items } = await entries().list({}, { size: 10 }, administrator);
    expect(items.map(({ act, sequence }) => [act, sequence])).toEqual([
      ['calendar.imported', null],
      ['report.signed', 2],
      ['remark.received', 1],
    ]);
    expect(items.map(({ hash }) => hash?.length)).toEqual([undefined, 64, 64]);
  });

  it('is walked page by page, and as a whole', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await entries().list({}, { size: 1, ...(after ? { after } : {}) }, administrator);
      seen.push(...page.items.map(({ act }) => act));
      after = page.next;
    } while (after);
    expect(seen).toEqual(['calendar.imported', 'report.signed', 'remark.received']);
    const whole: string[] = [];
    for await (const { act } of entries().all({}, administrator)) whole.push(act);
    expect(whole).toEqual(seen);
    expect((await entries().list({}, { size: 10, after: "' or 1=1" }, administrator)).items).toHaveLength(3);
  });

  it('is narrowed by act, thing, person and time', async () => {
    const [first] = (await entries().list({ act: 'remark.received' }, { size: 1 }, administrator)).items;
    const at = first?.at ?? ('' as Instant);
    expect(await acts({ act: 'report.signed' })).toEqual(['report.signed']);
    expect(await acts({ subjectId: remark })).toEqual(['report.signed', 'remark.received']);
    expect(await acts({ kind: 'citizen' })).toEqual(['remark.received']);
    expect(await acts({ kind: 'system' })).toEqual(['calendar.imported']);
    expect(await acts({ officerIds: [officer.id] })).toEqual(['report.signed']);
    expect(await acts({ officerIds: [] })).toEqual([]);
    expect(await acts({ before: at })).toEqual([]);
    expect(await acts({ from: at, kind: 'citizen' })).toEqual(['remark.received']);
  });

  it('says how far the chain goes', async () => {
    expect(await entries().chain(administrator)).toMatchObject({ sealed: 2, pending: 1 });
  });

  it.each([officer, officerOf(newId(), 'signer'), citizen])('is nobody else’s to read', async (actor) => {
    await expect(entries().list({}, { size: 1 }, actor)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(entries().chain(actor)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(entries().all({}, actor).next()).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
