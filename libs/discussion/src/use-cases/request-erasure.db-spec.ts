import { Transactions } from '#lib/database';
import type { TestBed } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { actsOf } from '../testing/letters.js';
import { RequestErasure } from './request-erasure.js';
import { SubmitRemark } from './submit-remark.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

async function sent() {
  const receipt = await bed.get(SubmitRemark).execute(remarkOn(await openDiscussion(bed.database)), now);
  const [remark] = await bed.database.query<{ id: string }>('select id from remark where number = $1', [
    receipt.number,
  ]);
  return { receipt, id: remark?.id ?? '' };
}
const requestsOf = (id: string) => bed.database.query('select from erasure_request where remark_id = $1', [id]);
const requestActs = async (id: string) =>
  (await actsOf(bed.database, id)).filter(({ act }) => act === 'erasure.requested');

async function oneWaits(): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if ((await bed.database.query('select from pg_locks where not granted')).length > 0) return;
  }
  throw new Error('waited in vain');
}

describe('a sender who asks for the erasure', () => {
  it('asks once, however often', async () => {
    const { receipt, id } = await sent();
    for (const _ of [1, 2]) await bed.get(RequestErasure).execute(receipt);
    expect(await requestsOf(id)).toHaveLength(1);
    expect(await requestActs(id)).toEqual([expect.objectContaining({ actor: 'citizen', number: receipt.number })]);
  });

  it('is refused with another secret, and nothing is asked', async () => {
    const { receipt, id } = await sent();
    const { secret } = (await sent()).receipt;
    await expect(bed.get(RequestErasure).execute({ ...receipt, secret })).rejects.toMatchObject({
      code: 'receipt-not-valid',
    });
    expect(await requestsOf(id)).toEqual([]);
  });

  it('asks for nothing while it is being erased', async () => {
    const { receipt, id } = await sent();
    let request: Promise<void> | undefined;
    await bed.get(Transactions).run(async (tx) => {
      await tx.query('select from remark where id = $1 for update', [id]);
      request = bed.get(RequestErasure).execute(receipt);
      await oneWaits();
      await tx.query(
        `update remark set body = '—', proposed_wording = null, salt = '\\x', normalised_hash = sha256(uuid_send(id)),
           erased_at = clock_timestamp() where id = $1`,
        [id],
      );
    });
    await request;
    expect(await requestsOf(id)).toEqual([]);
    expect(await requestActs(id)).toEqual([]);
  });
});
