import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Transaction, Transactions } from '#lib/database';
import type { Instant } from '#lib/kernel';
import type { Happening } from '../domain/subscription.js';
import { SubscriptionBed } from '../testing/subscription-bed.js';
import { DropExpiredSubscriptions } from './drop-expired-subscriptions.js';
import { TellSubscribers } from './tell-subscribers.js';

type Page = { noticeId: string; after: string };
type Owed = { noticeId: string; subscriptionId: string };
let at: SubscriptionBed;

beforeAll(async () => {
  at = await SubscriptionBed.start();
});
afterAll(() => at.bed.stop());
beforeEach(() => at.empty());

const within = <Result>(work: (tx: Transaction) => Promise<Result>) => at.bed.get(Transactions).run(work);
const tell = () => at.bed.get(TellSubscribers);
const occasion = (happening: Happening, about = '') => ({
  discussionId: at.rows.discussionId,
  bodyId: at.rows.bodyId,
  happening,
  about,
});
const note = (happening: Happening, about = '') => within((tx) => tell().note(tx, [occasion(happening, about)]));
/** Works off every page that is to be told, as the worker does. */
async function carryOut(between: () => Promise<void> = () => Promise.resolve()): Promise<string[]> {
  for (;;) {
    await between();
    const [page] = await at.told<Page>('subscribers.to-tell');
    if (!page) break;
    await at.query(`delete from outbox_event where event = 'subscribers.to-tell' and data = $1`, [
      JSON.stringify(page),
    ]);
    await within((tx) => tell().page(tx, page));
  }
  return (await at.told<Owed>('subscriber.awaits-letter')).map(({ subscriptionId }) => subscriptionId);
}
/** Takes a letter as the worker does. */
const take = (owed: Owed) =>
  within(async (tx) => {
    const letter = await tell().letter(tx, owed);
    if (letter) await tell().sent(tx, letter);
    return letter;
  });
/** As many other mailboxes that asked about the draft, each before those that are there. */
const others = (count: number) =>
  at.query(
    `insert into subscription (id, discussion_id, scope, language, address_index, key_id, sealed, confirmed_at)
     select lpad(n::text, 32, '0')::uuid, discussion_id, scope, language, sha256(n::text::bytea), key_id, sealed, confirmed_at
       from (select * from subscription where discussion_id is not null limit 1) as s, generate_series(1, $1) as n`,
    [count],
  );

describe('what happens to a draft', () => {
  it('is told to who asked about it and has agreed, and to nobody else', async () => {
    await at.ask('silent@secret.example');
    const draft = await at.subscribe('draft@secret.example');
    const [fresh, all] = [
      await at.subscribe('new@secret.example', at.body('NEW')),
      await at.subscribe('all@secret.example', at.body('ALL')),
    ];
    await note('OPENED');
    expect((await carryOut()).toSorted()).toEqual([fresh, all].toSorted());
    await at.query(`delete from outbox_event where event = 'subscriber.awaits-letter'`);
    await note('CLOSED');
    expect((await carryOut()).toSorted()).toEqual([draft, all].toSorted());
  });

  it('is told once to a mailbox that asked about the draft and about its body', async () => {
    const draft = await at.subscribe('both@secret.example');
    await at.subscribe('Both@secret.example', at.body('ALL'));
    await note('CLOSED');
    expect(await carryOut()).toEqual([draft]);
  });

  it('is told once to a mailbox that asked about both, though a page ends between and its first letter was the last (REQ-25)', async () => {
    const draft = await at.subscribe('both@secret.example');
    const body = await at.subscribe('Both@secret.example', at.body('ALL'));
    await others(199);
    await note('WITHDRAWN');
    const told = await carryOut(async () => {
      for (const owed of await at.told<Owed>('subscriber.awaits-letter'))
        if (owed.subscriptionId === draft) await take(owed);
    });
    expect(told.filter((id) => [draft, body].includes(id))).toEqual([draft]);
    expect([told.length, new Set(told).size]).toEqual([200, 200]);
  });

  it('is told once, however often it is noted, and a second extension is another', async () => {
    const draft = await at.subscribe('draft@secret.example');
    expect([await note('CLOSED'), await note('CLOSED')]).toEqual([1, 0]);
    expect([await note('EXTENDED', '1'), await note('EXTENDED', '1'), await note('EXTENDED', '2')]).toEqual([1, 0, 1]);
    expect(await carryOut()).toEqual([draft, draft, draft]);
  });

  it('is not told to who agreed afterwards', async () => {
    await note('CLOSED');
    await at.subscribe('late@secret.example');
    expect(await carryOut()).toEqual([]);
  });

  it('is not told to who agreed between the instant of it and that at which it was noticed', async () => {
    const before = await at.subscribe('before@secret.example');
    const [clock] = await at.query<{ now: Instant }>('select clock_timestamp()::text as now');
    await at.subscribe('between@secret.example');
    await at.subscribe('body@secret.example', at.body('ALL'));
    await within((tx) => tell().note(tx, [{ ...occasion('APPROVED'), happenedAt: clock?.now }]));
    expect(await carryOut()).toEqual([before]);
  });

  it('is told page by page to each once, with a pause between: nothing of a page stays when a worker is killed at it, and twice is once', async () => {
    await at.subscribe('draft@secret.example');
    await others(449);
    await note('CLOSED');
    const [first] = await at.told<Page>('subscribers.to-tell');
    const killed = within(async (tx) => {
      await tell().page(tx, first);
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await at.told('subscriber.awaits-letter')).toEqual([]);
    await within((tx) => tell().page(tx, first));
    await Promise.all([1, 2].map(() => within((tx) => tell().page(tx, first))));
    expect(await at.told('subscriber.awaits-letter')).toHaveLength(200);
    const [, waits] = await at.query<{ waits: boolean }>(
      `select not_before > clock_timestamp() as waits from outbox_event where event = 'subscribers.to-tell' order by id`,
    );
    expect(waits).toEqual({ waits: true });
    await at.query(`delete from outbox_event where event = 'subscribers.to-tell' and data = $1`, [
      JSON.stringify(first),
    ]);
    const told = await carryOut();
    expect([told.length, new Set(told).size]).toEqual([450, 450]);
  });

  it('is told to each once when the last page is a full one, and the empty page after it begins nothing anew', async () => {
    await at.subscribe('draft@secret.example');
    await others(199);
    await note('CLOSED');
    expect(await carryOut()).toHaveLength(200);
    const [{ id: noticeId } = { id: '' }] = await at.query<{ id: string }>('select id from subscriber_notice');
    const [last] = await at.query<{ id: string }>('select id from subscription order by address_index desc limit 1');
    await within((tx) => tell().page(tx, { noticeId, after: last?.id ?? '' }));
    expect(await at.told('subscriber.awaits-letter')).toHaveLength(200);
  });

  it('names ids alone', async () => {
    await at.subscribe('draft@secret.example');
    await note('CLOSED');
    await carryOut();
    const all = JSON.stringify(await at.query('select data from outbox_event'));
    expect(all).not.toMatch(/secret\.example/i);
  });
});

describe('the letter to a subscriber', () => {
  const letterOf = async (happening: Happening, subscriptionId: string) => {
    await note(happening);
    await carryOut();
    const owed = (await at.told<Owed>('subscriber.awaits-letter')).find(
      (each) => each.subscriptionId === subscriptionId,
    );
    return take(owed as Owed);
  };
  const left = async () => (await at.query<{ id: string }>('select id from subscription')).map(({ id }) => id);

  it('goes to the address, and the subscription goes on', async () => {
    const id = await at.subscribe('draft@secret.example');
    expect(await letterOf('CLOSED', id)).toMatchObject({
      subscription: { address: 'draft@secret.example' },
      notice: { happening: 'CLOSED' },
    });
    expect(await left()).toEqual([id]);
  });

  it.each(['WITHDRAWN', 'APPROVED'] as const)(
    'is the last when the draft is %s: the address is forgotten, not that about its body',
    async (last) => {
      const draft = await at.subscribe('draft@secret.example');
      const body = await at.subscribe('body@secret.example', at.body('ALL'));
      expect(await letterOf(last, draft)).toBeDefined();
      expect(await letterOf(last, body)).toBeDefined();
      expect(await left()).toEqual([body]);
    },
  );

  it('is none when the subscription ended meanwhile', async () => {
    const id = await at.subscribe('draft@secret.example');
    await note('CLOSED');
    await carryOut();
    await at.query('delete from subscription');
    const [owed] = await at.told<Owed>('subscriber.awaits-letter');
    expect(owed?.subscriptionId).toBe(id);
    expect(await within((tx) => tell().letter(tx, owed))).toBeUndefined();
  });

  it('is owed to nobody who agreed after the end, and their address does not stay', async () => {
    const id = await at.subscribe('draft@secret.example');
    await note('APPROVED');
    await at.query('update subscription set confirmed_at = clock_timestamp()');
    await at.subscribe('body@secret.example', at.body('ALL'));
    expect([await carryOut(), (await left())[0]]).toEqual([[], id]);
    expect([await at.bed.get(DropExpiredSubscriptions).execute(), (await left()).length]).toEqual([1, 1]);
  });

  it('that was never taken keeps the address a month after the end, no longer', async () => {
    const id = await at.subscribe('draft@secret.example');
    await note('WITHDRAWN');
    expect([await at.bed.get(DropExpiredSubscriptions).execute(), await left()]).toEqual([0, [id]]);
    await at.query(`update subscriber_notice set told_at = clock_timestamp() - interval '31 days'`);
    expect([await at.bed.get(DropExpiredSubscriptions).execute(), await left()]).toEqual([1, []]);
  });
});
