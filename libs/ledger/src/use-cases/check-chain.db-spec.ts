import { Transactions } from '#lib/database';
import { citizen, newId, system } from '#lib/kernel';
import { officerOf, startTestBed, type TestBed } from '#lib/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GENESIS } from '../domain/entry.js';
import { LedgerModule } from '../ledger.module.js';
import { Verifications } from '../queries/verifications.js';
import { CheckChain } from './check-chain.js';
import { Ledger } from './record-act.js';
import { SealLedger } from './seal-ledger.js';

const administrator = officerOf(newId(), 'administrator');
const worker = system('worker');

describe('verifications of the chain (REQ-115)', () => {
  let bed: TestBed;
  beforeAll(async () => {
    bed = await startTestBed({ imports: [LedgerModule] });
  });
  afterAll(() => bed.stop());

  const asOwner = async (...statements: string[]) => {
    for (const table of ['ledger_entry', 'ledger_verification'])
      await bed.database.query(`alter table ${table} disable trigger user`);
    for (const statement of statements) await bed.database.query(statement);
    for (const table of ['ledger_entry', 'ledger_verification'])
      await bed.database.query(`alter table ${table} enable trigger user`);
  };
  beforeEach(() => asOwner('delete from ledger_entry', 'delete from ledger_verification'));

  const sealed = async (count: number) => {
    await bed.get(Transactions).run(async (tx) => {
      for (let index = 0; index < count; index += 1) {
        const subject = { kind: 'remark', id: newId() };
        await bed.get(Ledger).record(tx, { actor: citizen, act: 'remark.received', subject, data: { index } });
      }
    });
    await bed.get(SealLedger).execute();
  };
  const check = (actor: Parameters<CheckChain['execute']>[0] = worker) => bed.get(CheckChain).execute(actor);
  const last = () => bed.get(Verifications).last(worker);

  it('are kept: when, by whom, how far the chain went, and its head; and are acts themselves', async () => {
    expect(await last()).toBeNull();
    expect(await check()).toEqual({ entries: 0, head: GENESIS, pending: 0, broken: null });
    await sealed(2);
    const { head } = await check(administrator);
    expect(await last()).toEqual({
      id: expect.any(String),
      at: expect.stringMatching(/Z$/),
      actor: `officer:${administrator.id}`,
      entries: 3,
      head,
      broken: null,
    });
    const acts = await bed.database.query(
      `select actor, subject_id as subject, data::json as data from ledger_entry where act = 'ledger.verified' order by at`,
    );
    expect(acts[1]).toEqual({
      actor: `officer:${administrator.id}`,
      subject: (await last())?.id,
      data: { entries: 3, head },
    });
  });

  it('name the first entry that does not follow, and keep how far it was whole', async () => {
    await sealed(3);
    await asOwner(`update ledger_entry set data = '{}' where sequence = 2`);
    const [entry] = await bed.database.query<{ id: string; head: string }>(
      `select id, encode(previous_hash, 'hex') as head from ledger_entry where sequence = 2`,
    );
    expect((await check()).broken).toEqual({ sequence: 2, id: entry?.id, fault: 'content' });
    expect(await last()).toMatchObject({ entries: 1, head: entry?.head, broken: { sequence: 2, fault: 'content' } });
  });

  it('find a chain that was made anew, though it is whole in itself', async () => {
    await sealed(3);
    await check();
    await asOwner(
      `update ledger_entry set sequence = null, hash = null, previous_hash = null, data = case when data like '%1%' then '{"index":7}' else data end`,
    );
    await bed.get(SealLedger).execute();
    expect((await check()).broken).toMatchObject({ sequence: 3, fault: 'rewritten' });
    expect((await check()).broken).toMatchObject({ sequence: 3, fault: 'rewritten' });
  });

  it('find a chain that lost its end', async () => {
    await sealed(3);
    await check();
    await asOwner('delete from ledger_entry where sequence is null or sequence = 3');
    expect((await check()).broken).toEqual({ sequence: 3, id: null, fault: 'shorter' });
  });

  it('are due once a day, and not of an empty ledger', async () => {
    const isDue = () => bed.get(Verifications).isDue();
    expect(await isDue()).toBe(false);
    await sealed(1);
    expect(await isDue()).toBe(true);
    await check();
    expect(await isDue()).toBe(false);
    await asOwner(`update ledger_verification set at = at - interval '25 hours'`);
    expect(await isDue()).toBe(true);
  });

  it('keep nothing of a walk that was ended', async () => {
    await sealed(1);
    await expect(bed.get(CheckChain).execute(worker, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    expect(await last()).toBeNull();
  });

  it('are for administrators and the system alone', async () => {
    const officer = officerOf(newId(), 'officer');
    for (const actor of [officer, citizen]) {
      await expect(check(actor)).rejects.toMatchObject({ code: 'not-allowed' });
      await expect(bed.get(Verifications).last(actor)).rejects.toMatchObject({ code: 'not-allowed' });
    }
    expect(await last()).toBeNull();
  });

  it.each([
    `update ledger_verification set fault = 'content', broken_at = 1`,
    'delete from ledger_verification',
    `insert into ledger_verification (id, at, actor, entries, head) values (gen_random_uuid(), now(), 'x', 0, decode(repeat('00', 32), 'hex'))`,
  ])('stay as they were made: the application is refused to %s', async (statement) => {
    await check();
    await expect(bed.get(Transactions).run((tx) => tx.query(statement))).rejects.toThrow(/permission denied/);
  });

  it.each([
    'update ledger_verification set entries = 9',
    'delete from ledger_verification',
    'truncate ledger_verification',
  ])('stay as they were made: even the owner is refused to %s', async (statement) => {
    await check();
    await expect(bed.database.query(statement)).rejects.toThrow('never changes');
  });
});
