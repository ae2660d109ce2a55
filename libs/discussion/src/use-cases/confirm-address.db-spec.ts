import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import { SealedAddresses } from '#lib/notifications';
import type { TestBed } from '#lib/testing';
import { sealBy } from '../../../identity/src/testing/index.js';
import { AddressConfirmations } from '../persistence/address-confirmations.js';
import { Resealing } from '../sealing/resealing.js';
import { openDiscussion, startDiscussionBed } from '../testing/discussion-bed.js';
import { AskAddressConfirmation } from './ask-address-confirmation.js';
import { ConfirmAddress } from './confirm-address.js';
import { DropExpiredAddresses } from './drop-expired-addresses.js';

const address = 'Asel@secret.example';
let bed: TestBed;
let discussionId: string;

beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());
beforeEach(async () => {
  await bed.database.query('delete from address_confirmation');
  await bed.database.query(`delete from outbox_event where event = 'sender.address-given'`);
  discussionId = await under('eu-2026');
});

async function under(profileId: string): Promise<string> {
  const { discussionId: id } = await openDiscussion(bed.database);
  await bed.database.query('update discussion set profile_id = $2 where id = $1', [id, profileId]);
  return id;
}
const ask = (given = address, id = discussionId) =>
  bed.get(AskAddressConfirmation).execute({ discussionId: id, address: given, language: 'kk' });
const rows = () =>
  bed.database.query<{ id: string; row: unknown }>('select id, to_jsonb(a) as row from address_confirmation a');
const letter = (id: string) => bed.get(Transactions).run((tx) => bed.get(AddressConfirmations).letter(tx, id));
const confirm = (token: string) => bed.get(ConfirmAddress).execute(token);
async function asked(): Promise<string> {
  await ask();
  const [row] = await rows();
  return (await letter(row?.id ?? ''))?.token ?? '';
}

describe('a mailbox that is asked (AMB-20)', () => {
  it('gets one letter, in the language it was asked in, and the database keeps neither address nor token in clear', async () => {
    await ask(` ${address} `);
    const [row] = await rows();
    const events = await bed.database.query(`select data from outbox_event where event = 'sender.address-given'`);
    expect(events).toEqual([{ data: { confirmationId: row?.id } }]);
    const facts = await letter(row?.id ?? '');
    expect(facts).toMatchObject({ to: address, language: 'kk', title: { kk: 'Анықтама беру', ru: 'Выдача справки' } });
    expect(facts?.token).toMatch(/^[\w-]{43}$/);
    expect(await letter(row?.id ?? '')).toBeUndefined();
    const all = JSON.stringify([await rows(), await bed.database.query('select * from outbox_event'), row]);
    expect(all).not.toMatch(new RegExp(`secret.example|${facts?.token}`, 'i'));
  });

  it('confirms once, and nothing of it is kept', async () => {
    const token = await asked();
    const confirmation = { kind: 'email', address, discussionId };
    for (let look = 0; look < 2; look += 1)
      expect(await bed.get(ConfirmAddress).look(token)).toEqual({ confirmation, clauseId: null });
    const outcomes = await Promise.allSettled([confirm(token), confirm(token)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    for (const again of [confirm(token), bed.get(ConfirmAddress).look(token)])
      await expect(again).rejects.toMatchObject({ code: 'link-not-valid' });
    expect(await rows()).toEqual([]);
  });

  it('leads back to the clause at which the form was opened, when it is of the draft', async () => {
    const { discussionId: id, clauses } = await openDiscussion(bed.database);
    await bed.database.query(`update discussion set profile_id = 'eu-2026' where id = $1`, [id]);
    const own = clauses[0] ?? '';
    for (const [clauseId, kept] of [
      [own, own],
      [newId(), null],
    ] as const) {
      await bed.get(AskAddressConfirmation).execute({ discussionId: id, address, clauseId, language: 'en' });
      const [row] = await rows();
      const token = (await letter(row?.id ?? ''))?.token ?? '';
      expect((await confirm(token)).clauseId).toBe(kept);
    }
  });

  it.each(['', 'x', `${'A'.repeat(42)}!`, 'A'.repeat(43)])('confirms nothing by the token %j', async (token) => {
    await expect(confirm(token)).rejects.toMatchObject({ code: 'link-not-valid' });
  });

  it('confirms nothing after an hour, gets no letter any more, and is forgotten', async () => {
    const token = await asked();
    await ask();
    await bed.database.query('update address_confirmation set expires_at = clock_timestamp()');
    await expect(confirm(token)).rejects.toMatchObject({ code: 'link-not-valid' });
    for (const { id } of await rows()) expect(await letter(id)).toBeUndefined();
    expect(await bed.get(DropExpiredAddresses).execute()).toBe(2);
    expect([await rows(), await bed.get(DropExpiredAddresses).execute()]).toEqual([[], 0]);
  });

  it('gets three letters an hour at most, whoever asks, in whatever case and for whatever discussion', async () => {
    const other = await under('eu-2026');
    await Promise.all([1, 2, 3, 4].map(() => ask()));
    await ask(address.toUpperCase(), other);
    expect(await rows()).toHaveLength(3);
    await ask('another@secret.example', other);
    expect(await rows()).toHaveLength(4);
    const events = await bed.database.query(`select from outbox_event where event = 'sender.address-given'`);
    expect(events).toHaveLength(4);
  });

  it.each(['', 'asel', 'asel@', 'a b@c.kz', 'a@b.kz,c@d.kz', 'a@b.kz\r\nBcc: c@d.kz', `${'a'.repeat(65)}@b.kz`])(
    'is none: %j',
    async (given) => {
      await expect(ask(given)).rejects.toMatchObject({
        code: 'invalid-input',
        details: { faults: [expect.objectContaining({ field: 'sender.email' })] },
      });
      expect(await rows()).toEqual([]);
    },
  );

  it.each(['kz-126-2016-06', 'us', 'kz-open-npa-2026', 'iso-enquiry'])('is not asked under %s', async (profile) => {
    await ask(address, await under(profile));
    expect(await rows()).toEqual([]);
  });
});

describe('the keys of addresses that wait', () => {
  it('are in use, and are put in the place of one another without a change of the address', async () => {
    await ask();
    const [row] = await rows();
    const id = row?.id ?? '';
    const [before, after] = [sealBy('k1'), sealBy('k1', 'k2')].map(
      (seal) => new SealedAddresses(seal, 'address_confirmation'),
    ) as [SealedAddresses, SealedAddresses];
    const { keyId, sealed } = before.sealed(id, { address, token: 't' });
    await bed.database.query('update address_confirmation set key_id = $2, sealed = $3 where id = $1', [
      id,
      keyId,
      sealed,
    ]);
    expect(await bed.get(Resealing).keysInUse()).toContain('k1');
    expect(await bed.get(Transactions).run((tx) => after.reseal(tx, 'k2'))).toBe(1);
    expect(await bed.get(Transactions).run((tx) => after.reseal(tx, 'k2'))).toBe(0);
    const [anew] = await bed.database.query<{ id: string; keyId: string; sealed: Buffer }>(
      'select id, key_id as "keyId", sealed from address_confirmation',
    );
    expect(anew?.keyId).toBe('k2');
    expect(anew && after.open(anew)).toEqual({ address, token: 't' });
    expect(() => anew && after.open({ ...anew, id: discussionId })).toThrow();
  });
});
