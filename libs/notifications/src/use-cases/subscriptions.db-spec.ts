import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import { lastHappenings } from '../domain/subscription.js';
import { SubscriberAddresses } from '../mailboxes/subscriber-addresses.js';
import { Subscriptions } from '../persistence/subscriptions.js';
import { SubscriptionBed } from '../testing/subscription-bed.js';
import { ConfirmSubscription } from './confirm-subscription.js';
import { DropExpiredSubscriptions } from './drop-expired-subscriptions.js';
import { EndSubscription } from './end-subscription.js';

const address = 'Asel@secret.example';
let at: SubscriptionBed;

beforeAll(async () => {
  at = await SubscriptionBed.start();
});
afterAll(() => at.bed.stop());
beforeEach(() => at.empty());

const rows = () =>
  at.query<{ id: string; row: { confirmed_at: string | null } }>(
    'select id, to_jsonb(s) as row from subscription s order by created_at',
  );
const letter = (id: string) => at.bed.get(Transactions).run((tx) => at.bed.get(Subscriptions).requestLetter(tx, id));
const confirm = (token: string) => at.bed.get(ConfirmSubscription).execute(token);
const linkOf = (id: string) => ({ id, secret: at.bed.get(SubscriberAddresses).secretOf(id) });

describe('a mailbox for which letters are asked', () => {
  it('gets one letter, in the language chosen, and the database keeps neither address nor token in clear', async () => {
    await at.ask(` ${address} `, at.draft, 'ru');
    const [row] = await rows();
    expect(await at.told('subscription.asked')).toEqual([{ subscriptionId: row?.id }]);
    const facts = await letter(row?.id ?? '');
    expect(facts).toMatchObject({ to: address, language: 'ru', discussionId: at.rows.discussionId, bodyId: null });
    expect(facts?.token).toMatch(/^[\w-]{43}$/);
    expect(await letter(row?.id ?? '')).toBeUndefined();
    const all = JSON.stringify([await rows(), await at.query('select * from outbox_event')]);
    expect(all).not.toMatch(new RegExp(`secret.example|${facts?.token}`, 'i'));
  });

  it('agrees by the link once, and looking at it changes nothing', async () => {
    await at.ask(address);
    const token = await at.token();
    for (let look = 0; look < 2; look += 1)
      expect(await at.bed.get(ConfirmSubscription).look(token)).toMatchObject({ address, scope: 'ALL' });
    expect((await rows())[0]?.row.confirmed_at).toBeNull();
    const outcomes = await Promise.allSettled([confirm(token), confirm(token)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(at.bed.get(ConfirmSubscription).look(token)).rejects.toMatchObject({ code: 'link-not-valid' });
    expect((await rows())[0]?.row.confirmed_at).not.toBeNull();
  });

  it.each(['', 'x', `${'A'.repeat(42)}!`, 'A'.repeat(43)])('agrees to nothing by the token %j', async (token) => {
    await expect(confirm(token)).rejects.toMatchObject({ code: 'link-not-valid' });
  });

  it.each(lastHappenings)(
    'agrees in vain once the draft is %s: it is told so, and its address is not kept',
    async (last) => {
      await at.ask(address);
      const token = await at.token();
      await at.tellOf(last);
      for (let look = 0; look < 2; look += 1)
        expect(await at.bed.get(ConfirmSubscription).look(token)).toMatchObject({ isOver: true, address });
      expect(await rows()).toHaveLength(1);
      expect(await confirm(token)).toMatchObject({ isOver: true, discussionId: at.rows.discussionId });
      expect(await rows()).toEqual([]);
    },
  );

  it('agrees to letters about the body of a draft that has ended, and about a draft that closed', async () => {
    await at.tellOf('CLOSED');
    await at.ask(address);
    expect(await confirm(await at.token())).toMatchObject({ isOver: false });
    await at.tellOf('WITHDRAWN');
    await at.ask(address, at.body('NEW'));
    expect(await confirm(await at.token())).toMatchObject({ isOver: false });
    expect(await rows()).toHaveLength(2);
  });

  it('agrees to nothing after an hour, gets no letter any more, and is forgotten', async () => {
    await at.ask(address);
    const token = await at.token();
    await at.ask(address);
    await at.query('update subscription set expires_at = clock_timestamp()');
    await expect(confirm(token)).rejects.toMatchObject({ code: 'link-not-valid' });
    for (const { id } of await rows()) expect(await letter(id)).toBeUndefined();
    expect(await at.bed.get(DropExpiredSubscriptions).execute()).toBe(2);
    expect([await rows(), await at.bed.get(DropExpiredSubscriptions).execute()]).toEqual([[], 0]);
  });

  it('gets three letters an hour at most, whoever asks, in whatever case and for whatever', async () => {
    await Promise.all([1, 2, 3, 4].map(() => at.ask(address)));
    await at.ask(address.toUpperCase(), at.body('NEW'));
    expect(await rows()).toHaveLength(3);
    await at.ask('another@secret.example');
    expect(await at.told('subscription.asked')).toHaveLength(4);
  });

  it('gets three an hour in all, those included by which a sender is confirmed (AMB-20)', async () => {
    const { address_confirmation: index } = at.bed.get(SubscriberAddresses).mailbox(address.toUpperCase());
    for (const n of [1, 2])
      await at.query(
        `insert into address_confirmation (id, discussion_id, language, token_hash, address_index, key_id, sealed, expires_at)
         values (gen_random_uuid(), $1, 'kk', sha256($2::bytea), $3, 'k1', sha256($2::bytea), clock_timestamp() + interval '1 hour')`,
        [at.rows.discussionId, String(n), index],
      );
    for (let time = 0; time < 3; time += 1) await at.ask(address);
    expect(await rows()).toHaveLength(1);
    await at.query(`update address_confirmation set expires_at = clock_timestamp()`);
    for (let time = 0; time < 3; time += 1) await at.ask(address);
    expect(await rows()).toHaveLength(3);
    await at.query('delete from address_confirmation');
  });

  it.each(['', 'asel', 'a@b.kz\r\nBcc: c@d.kz'])('is none: %j', async (given) => {
    await expect(at.ask(given)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { faults: [{ field: 'address' }] },
    });
    expect(await rows()).toEqual([]);
  });

  it('that agrees again keeps one subscription, whose old links stay good, with the language and scope asked last', async () => {
    const first = await at.subscribe(address, at.body('NEW'), 'kk');
    const again = await at.subscribe(address.toLowerCase(), at.body('ALL'), 'en');
    expect(again).toBe(first);
    expect(await at.bed.get(EndSubscription).look(linkOf(first))).toMatchObject([{ scope: 'ALL', language: 'en' }]);
  });
});

describe('a mailbox that gets letters', () => {
  it('sees all of its own by the link of any letter, and of nobody else', async () => {
    const [draft, body] = [await at.subscribe(address), await at.subscribe(address, at.body('NEW'))];
    await at.subscribe('another@secret.example');
    const seen = await at.bed.get(EndSubscription).look(linkOf(body));
    expect(seen.map(({ id, secret }) => ({ id, secret }))).toEqual([linkOf(draft), linkOf(body)]);
  });

  it('ends one, twice the same, and nothing of its address is kept', async () => {
    const [draft, body] = [await at.subscribe(address), await at.subscribe(address, at.body('NEW'))];
    const end = at.bed.get(EndSubscription);
    expect((await end.execute(linkOf(draft))).map(({ id }) => id)).toEqual([body]);
    expect(await end.execute(linkOf(draft))).toEqual([]);
    expect((await rows()).map(({ id }) => id)).toEqual([body]);
    expect(await end.look(linkOf(draft))).toEqual([]);
  });

  it('ends all at once', async () => {
    const [draft] = [await at.subscribe(address), await at.subscribe(address, at.body('NEW'))];
    const other = await at.subscribe('another@secret.example');
    await at.bed.get(EndSubscription).all(linkOf(draft));
    expect((await rows()).map(({ id }) => id)).toEqual([other]);
  });

  it.each(['', 'A'.repeat(43), 'x'.repeat(5_000)])('ends nothing by the secret %j', async (secret) => {
    const id = await at.subscribe(address);
    const other = linkOf(newId());
    for (const link of [
      { id, secret },
      { id, secret: other.secret },
      { id: 'none', secret: other.secret },
    ]) {
      await expect(at.bed.get(EndSubscription).execute(link)).rejects.toMatchObject({ code: 'link-not-valid' });
      await expect(at.bed.get(EndSubscription).look(link)).rejects.toMatchObject({ code: 'link-not-valid' });
      await expect(at.bed.get(EndSubscription).all(link)).rejects.toMatchObject({ code: 'link-not-valid' });
    }
    expect(await rows()).toHaveLength(1);
  });
});
