import { Transactions } from '#lib/database';
import { citizen, newId, system } from '#lib/kernel';
import { startTestBed, type TestBed } from '#lib/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LedgerModule } from '../ledger.module.js';
import { VerifyLedger } from '../queries/verify-ledger.js';
import { Ledger } from './record-act.js';
import { SealLedger } from './seal-ledger.js';

describe('the ledger (REQ-115)', () => {
  let bed: TestBed;

  beforeAll(async () => {
    bed = await startTestBed({ imports: [LedgerModule] });
  });
  afterAll(() => bed.stop());
  beforeEach(async () => {
    await bed.database.query('alter table ledger_entry disable trigger user');
    await bed.database.query('delete from ledger_entry');
    await bed.database.query('alter table ledger_entry enable trigger user');
  });

  const record = (count: number) =>
    bed.get(Transactions).run(async (tx) => {
      for (let index = 0; index < count; index += 1) {
        const subject = { kind: 'discussion', id: newId() };
        await bed.get(Ledger).record(tx, { actor: citizen, act: 'remark.received', subject, data: { index, ә: 'қ' } });
      }
    });
  const breakRow = async (change: string) => {
    await bed.database.query('alter table ledger_entry disable trigger user');
    await bed.database.query(change);
    await bed.database.query('alter table ledger_entry enable trigger user');
  };

  it('chains what was written and finds the chain whole', async () => {
    await record(5);
    expect(await bed.get(SealLedger).execute()).toBe(5);
    await record(3);
    expect(await bed.get(SealLedger).execute()).toBe(3);
    expect(await bed.get(VerifyLedger).execute()).toMatchObject({ broken: null, entries: 8, pending: 0 });
  });

  it('names the entry whose content was changed', async () => {
    await record(4);
    await bed.get(SealLedger).execute();
    await breakRow(`update ledger_entry set data = replace(data, '1', '2') where sequence = 2`);
    expect(await bed.get(VerifyLedger).execute()).toMatchObject({ broken: { sequence: 2, fault: 'content' } });
  });

  it('names the place of an entry that was removed', async () => {
    await record(4);
    await bed.get(SealLedger).execute();
    await breakRow('delete from ledger_entry where sequence = 3');
    expect(await bed.get(VerifyLedger).execute()).toMatchObject({
      entries: 2,
      broken: { sequence: 4, fault: 'missing' },
    });
  });

  it('seals each entry once when two workers race', async () => {
    await record(50);
    const sealed = await Promise.all([1, 2, 3, 4].map(() => bed.get(SealLedger).execute()));
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(50);
    expect(await bed.get(VerifyLedger).execute()).toMatchObject({ broken: null, entries: 50 });
  });

  it('forgets an act that was rolled back', async () => {
    const act = { actor: system('test'), act: 'draft.placed', subject: { kind: 'procedure', id: newId() } } as const;
    const work = bed.get(Transactions).run(async (tx) => {
      await bed.get(Ledger).record(tx, act);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await bed.database.query('select from ledger_entry')).toHaveLength(0);
  });

  it.each(["update ledger_entry set act = 'x'", 'delete from ledger_entry', 'truncate ledger_entry'])(
    'refuses the application to %s',
    async (statement) => {
      await record(1);
      await expect(bed.get(Transactions).run((tx) => tx.query(statement))).rejects.toThrow(
        /permission denied|only grows/,
      );
    },
  );

  it.each(["update ledger_entry set act = 'x'", 'delete from ledger_entry', 'truncate ledger_entry'])(
    'refuses even the owner to %s',
    async (statement) => {
      await record(1);
      await expect(bed.database.query(statement)).rejects.toThrow('only grows');
    },
  );
});
