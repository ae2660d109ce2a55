import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import { SealedAddresses } from '#lib/notifications';
import type { TestBed } from '#lib/testing';
import { sealBy } from '../../../identity/src/testing/index.js';
import { openDiscussion, startDiscussionBed } from '../testing/discussion-bed.js';
import { Resealing } from './resealing.js';
import { SealedRows } from './sealed-rows.js';
import { SealedTexts } from './sealed-texts.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

describe('the keys of addresses that get letters (decision 36)', () => {
  it('are in use, and are put in the place of one another without a change of the address', async () => {
    const [id, { discussionId }] = [newId(), await openDiscussion(bed.database)];
    const { keyId, sealed } = new SealedAddresses(sealBy('k1'), 'subscription').sealed(id, { address: 'a@b.kz' });
    await bed.database.query(
      `insert into subscription (id, discussion_id, scope, language, address_index, key_id, sealed, confirmed_at)
       values ($1, $2, 'ALL', 'kk', '\\x00', $3, $4, clock_timestamp())`,
      [id, discussionId, keyId, sealed],
    );
    expect(await bed.get(Resealing).keysInUse()).toContain('k1');
    const after = new SealedAddresses(sealBy('k1', 'k2'), 'subscription');
    const rows = new SealedRows(new SealedTexts(sealBy('k1', 'k2')), after);
    expect(await bed.get(Transactions).run((tx) => rows.reseal(tx, 'k2'))).toBe(1);
    expect(await bed.get(Transactions).run((tx) => rows.reseal(tx, 'k2'))).toBe(0);
    const [anew] = await bed.database.query<{ id: string; keyId: string; sealed: Buffer }>(
      'select id, key_id as "keyId", sealed from subscription',
    );
    expect(anew?.keyId).toBe('k2');
    expect(anew && after.open(anew)).toEqual({ address: 'a@b.kz' });
  });
});
