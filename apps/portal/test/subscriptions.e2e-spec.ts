import { Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { Subscriptions, TellSubscribers } from '#lib/notifications';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let code: string;
beforeAll(async () => {
  portal = await startPortal({ env: { RATE_LIMITS: 'subscription:45' } });
  scene = await openScene(portal);
  const [body] = await portal.database.query<{ code: string }>('select code from state_body where id = $1', [
    scene.bodyId,
  ]);
  code = body?.code ?? '';
});
afterAll(() => portal.stop());
beforeEach(() => portal.database.query('delete from subscription'));

const t = translator('ru');
const address = 'asel@secret.example';
const draftLetters = () => `/ru/discussions/${scene.discussionId}/letters`;
const bodyLetters = () => `/ru/bodies/${code}/letters`;
const post = (url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  portal.send('POST', url, {
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
const count = async () => (await portal.database.query('select from subscription')).length;
const confirmed = async () =>
  (await portal.database.query('select from subscription where confirmed_at is not null')).length;

const inside = <Service>(token: abstract new (...given: never[]) => Service): Service =>
  portal.app.get(token as never, { strict: false });

/** The link of the newest letter, as the worker takes it. */
async function linkOf(): Promise<string> {
  const [row] = await portal.database.query<{ id: string }>(
    'select id from subscription where token_hash is not null order by created_at desc limit 1',
  );
  const facts = await inside(Transactions).run((tx) => inside(Subscriptions).requestLetter(tx, row?.id ?? ''));
  return `/ru/subscription-requests/${facts?.token}`;
}
/** @returns the page of the subscription, as each of its letters has it */
async function subscribe(from = draftLetters(), fields: Record<string, string> = {}): Promise<string> {
  await post(from, { email: address, ...fields });
  const { headers } = await post(await linkOf());
  return String(headers.location).replace('?now=confirmed', '');
}

describe('letters about a draft', () => {
  it('are offered on its page, asked for by an address, and come once the link of a letter was opened and its button pressed', async () => {
    expect((await portal.get(`/ru/discussions/${scene.discussionId}`)).body).toContain(`href="${draftLetters()}"`);
    expect((await portal.get(draftLetters())).body).toContain('Письма о проекте');
    const asked = await post(draftLetters(), { email: address });
    expect([asked.statusCode, asked.body.includes(address), await confirmed()]).toEqual([200, false, 0]);
    const link = await linkOf();
    for (let look = 0; look < 3; look += 1) {
      const page = await portal.get(link);
      expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(page.body).toContain(address);
    }
    expect(await confirmed()).toBe(0);
    const pressed = await post(link);
    expect([pressed.statusCode, await confirmed()]).toEqual([303, 1]);
    const own = await portal.get(String(pressed.headers.location));
    expect(own.body).toContain(`Письма будут приходить на адрес ${address}`);
    for (const again of [await post(link), await portal.get(link)]) expect(again.statusCode).toBe(410);
  });

  it('give the same answer whether or not the address is known', async () => {
    await subscribe();
    const [known, unknown] = [
      await post(draftLetters(), { email: address }),
      await post(draftLetters(), { email: 'nobody@secret.example' }),
    ];
    expect(known.body).toBe(unknown.body);
    expect(known.statusCode).toBe(unknown.statusCode);
  });

  it.each(['', 'asel', 'a@b.kz\r\nBcc: c@d.kz'])('are not asked for by %j', async (email) => {
    const answer = await post(draftLetters(), { email });
    expect([answer.statusCode, await count()]).toEqual([422, 0]);
    expect(answer.body).toContain('href="#email"');
  });

  it('are not to be had of a draft that is not there, nor of one whose procedure has ended', async () => {
    expect((await portal.get(`/ru/discussions/${newId()}/letters`)).statusCode).toBe(404);
    expect((await post(`/ru/discussions/${newId()}/letters`, { email: address })).statusCode).toBe(404);
    await portal.database.query(`update discussion set state = 'WITHDRAWN' where id = $1`, [scene.discussionId]);
    expect((await portal.get(`/ru/discussions/${scene.discussionId}`)).body).not.toContain(draftLetters());
    expect((await post(draftLetters(), { email: address })).body).toContain('писать больше не о чем');
    expect(await count()).toBe(0);
    await portal.database.query(`update discussion set state = 'OPEN' where id = $1`, [scene.discussionId]);
  });

  it('are agreed to in vain by the link of a letter once the draft was withdrawn: the page says so, and no address stays', async () => {
    await post(draftLetters(), { email: address });
    const link = await linkOf();
    const { discussionId, bodyId } = scene;
    const noted = [{ discussionId, bodyId, happening: 'WITHDRAWN' as const, about: '' }];
    await inside(Transactions).run((tx) => inside(TellSubscribers).note(tx, noted));
    const looked = await portal.get(link);
    expect([looked.statusCode, looked.body.includes(`action="${link}"`)]).toEqual([200, false]);
    const pressed = await post(link);
    for (const page of [looked, pressed]) {
      expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-store']);
      for (const words of [
        'писать больше не о чем',
        'Ваш адрес будет удален в течение часа',
        `href="/ru/discussions/${discussionId}"`,
      ])
        expect(page.body).toContain(words);
    }
    expect([await count(), (await post(link)).statusCode]).toEqual([0, 410]);
    await portal.database.query('delete from subscriber_notice');
  });

  it('are promised of what is still to come alone', async () => {
    const promised = async () => {
      const { body } = await portal.get(draftLetters());
      return (['CLOSING_SOON', 'REPORTED', 'CORRECTED', 'ENDED'] as const).filter((each) =>
        body.includes(t(`subscribe.told-${each}`)),
      );
    };
    const move = (state: string) => portal.database.query('update procedure set state = $1', [state]);
    expect(await promised()).toEqual(['CLOSING_SOON', 'REPORTED', 'CORRECTED', 'ENDED']);
    await portal.database.query(`update discussion set state = 'CLOSED' where id = $1`, [scene.discussionId]);
    expect(await promised()).toEqual(['REPORTED', 'CORRECTED', 'ENDED']);
    await move('REPORTED');
    expect(await promised()).toEqual(['CORRECTED', 'ENDED']);
    await move('OPEN');
    await portal.database.query(`update discussion set state = 'OPEN' where id = $1`, [scene.discussionId]);
  });

  it.each(['x', 'A'.repeat(43)])('do not come by the link %j', async (token) => {
    for (const answer of [
      await portal.get(`/ru/subscription-requests/${token}`),
      await post(`/ru/subscription-requests/${token}`),
    ])
      expect(answer.statusCode).toBe(410);
  });
});

describe('letters about the drafts of a body', () => {
  it.each([
    ['NEW', 'только о новых проектах'],
    ['ALL', 'о новых проектах и о том, что с ними происходит'],
  ])('are offered on its page, and are %s', async (scope, words) => {
    expect((await portal.get(`/ru/bodies/${code}`)).body).toContain(`href="${bodyLetters()}"`);
    const own = await subscribe(bodyLetters(), { scope });
    expect((await portal.get(own)).body).toContain(words);
    expect(await portal.database.query('select scope from subscription')).toEqual([{ scope }]);
  });

  it('are of no body that is not there, and of new drafts where nothing sound was chosen', async () => {
    expect((await post('/ru/bodies/none/letters', { email: address })).statusCode).toBe(404);
    await post(bodyLetters(), { email: address, scope: '"><x-y>' });
    expect(await portal.database.query('select scope from subscription')).toEqual([{ scope: 'NEW' }]);
  });
});

describe('the page to which every letter leads', () => {
  it('shows all that comes to the address, and changes nothing when it is looked at', async () => {
    const [draft, body] = [await subscribe(), await subscribe(bodyLetters(), { scope: 'NEW' })];
    for (const own of [draft, body]) {
      const page = await portal.get(own);
      expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-store']);
      for (const action of [draft, body]) expect(page.body).toContain(`action="${action}"`);
    }
    await portal.app.getHttpAdapter().getInstance().inject({ method: 'HEAD', url: draft });
    expect(await confirmed()).toBe(2);
  });

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])(
    'ends them by one POST of a mail program, without cookie, origin or redirect, as %s (RFC 8058)',
    async (type, payload) => {
      const own = await subscribe();
      for (let time = 0; time < 2; time += 1) {
        const answer = await portal.send('POST', own, { headers: { 'content-type': type }, payload });
        expect([answer.statusCode, await count()]).toEqual([200, 0]);
      }
      expect((await portal.get(own)).body).toContain('Эти письма прекращены');
    },
  );

  it('ends one and leads to the rest, or ends all', async () => {
    const [draft, body] = [await subscribe(), await subscribe(bodyLetters(), { scope: 'NEW' })];
    const ended = await post(draft);
    expect(ended.body).toContain(`action="${body}"`);
    expect(ended.body).not.toContain(address);
    await subscribe();
    expect(await count()).toBe(2);
    expect((await post(`${body}/all`)).statusCode).toBe(200);
    expect(await count()).toBe(0);
  });

  it('shows and ends nothing by the secret of another, or sent by another site', async () => {
    const own = await subscribe();
    const [id, secret] = own.split('/').slice(-2);
    for (const wrong of [
      `/ru/subscriptions/${id}/${'A'.repeat(43)}`,
      `/ru/subscriptions/${newId()}/${secret}`,
      `/ru/subscriptions/none/${secret}`,
    ])
      for (const answer of [await portal.get(wrong), await post(wrong), await post(`${wrong}/all`)])
        expect(answer.statusCode).toBe(410);
    expect((await post(own, {}, { origin: 'https://elsewhere.example' })).statusCode).toBe(403);
    expect(await confirmed()).toBe(1);
  });

  it('is never too often for who wants no letters, while asking is', async () => {
    const own = await subscribe();
    const statuses = new Set<number>();
    for (let time = 0; time < 60; time += 1) statuses.add((await post(draftLetters(), { email: 'x' })).statusCode);
    expect([...statuses]).toEqual([422, 429]);
    expect((await post(own)).statusCode).toBe(200);
    expect(await count()).toBe(0);
  });
});
