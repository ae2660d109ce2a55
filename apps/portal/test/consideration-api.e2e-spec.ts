import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { revisedClauses, saveVersion } from './revised-scene.js';
import { closeScene, openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let officer: Session;
let second: Session;
let stranger: Session;
let ids: string[];
const texts = ['Мерзімді қысқартыңыз. Поштамен қабылдаңыз.', 'Үлгі хат.', 'Үлгі хат.'];

beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  const numbers: string[] = [];
  for (const text of texts) numbers.push((await sendRemark(portal, scene, text)).number);
  await closeScene(portal, scene);
  await saveVersion(portal, scene, revisedClauses(scene));
  officer = await signIn(portal, scene.officer);
  second = await signIn(portal, scene.signer);
  stranger = await signIn(portal, scene.stranger);
  const queue = await call('GET', own('queue'));
  const found = queue.json<{ items: { id: string; number: string }[] }>().items;
  ids = numbers.map((number) => found.find((item) => item.number === number)?.id ?? '');
  const group = await call('POST', own('groups'), { numbers: numbers.slice(1) });
  expect(group.statusCode).toBe(200);
});
afterAll(() => portal.stop());

const own = (rest: string) => `/api/v1/discussions/${scene.discussionId}/${rest}`;
const call = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, session = officer) => {
  if (method === 'GET') return portal.get(url, { headers: session.headers });
  return portal.send(method, url, { headers: session.headers, ...(payload ? { payload } : {}) });
};
const refusal = {
  outcome: 'NOT_TAKEN_INTO_ACCOUNT',
  reasonCode: 'ALREADY_PROVIDED',
  groundKk: 'Жобаның екінші бөлімінде көзделген.',
  groundRu: 'Предусмотрено вторым разделом проекта.',
};

describe('the points of a remark', () => {
  it('quote it, and are refused where it has not these words', async () => {
    const url = `/api/v1/remarks/${ids[0]}/points`;
    const passage = (startsAt: number, quote: string) => ({ passages: [{ part: 'TEXT', startsAt, quote }] });
    const wrong = await call('PUT', url, { points: [passage(1, 'Мерзімді')] });
    expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([400, 'invalid-input']);
    const points = [passage(0, 'Мерзімді қысқартыңыз.'), passage(22, 'Поштамен қабылдаңыз.')];
    expect((await call('PUT', url, { points })).statusCode).toBe(204);
    expect((await call('PUT', url, { points }, stranger)).statusCode).toBe(404);
    const { items } = (await call('GET', own('queue'))).json<{ items: { points: object[] }[] }>();
    expect(items[0]?.points).toHaveLength(2);
  });
});

describe('the answer to a group (REQ-44)', () => {
  it('is previewed, given to all, refused when stale, and confirmed by a second officer', async () => {
    const preview = await call('GET', own('groups/1/answer-preview'));
    expect(preview.json()).toMatchObject({ remarks: 2, proposals: 0, texts: 1, decided: 0, told: 2 });
    const { seen } = preview.json<{ seen: string }>();
    expect((await call('PUT', own('groups/1/decision'), { ...refusal, seen })).json()).toEqual({ decided: 2 });
    const stale = await call('PUT', own('groups/1/decision'), { ...refusal, seen });
    expect([stale.statusCode, stale.json<{ code: string }>().code]).toEqual([409, 'conflict']);
    expect((await call('POST', own('groups/1/decision-confirmation'))).statusCode).toBe(403);
    const confirmed = await call('POST', own('groups/1/decision-confirmation'), undefined, second);
    expect(confirmed.json()).toEqual({ confirmed: 2 });
    expect((await call('GET', own('groups/1/answer-preview'), undefined, stranger)).statusCode).toBe(404);
  });

  it('may be to points', async () => {
    const points = [
      { passages: [{ part: 'TEXT', startsAt: 0, quote: 'Үлгі' }] },
      { passages: [{ part: 'TEXT', startsAt: 5, quote: 'хат.' }] },
    ];
    expect((await call('PUT', own('groups/1/points'), { points })).json()).toEqual({ passages: 4 });
    expect((await call('PUT', own('groups/1/decision'), { ...refusal, point: 3 })).statusCode).toBe(400);
  });

  it('is not given to one of its remarks', async () => {
    expect((await call('PUT', `/api/v1/remarks/${ids[1]}/decision`, refusal)).statusCode).toBe(409);
    expect((await call('POST', '/api/v1/decision-confirmations', { remarkIds: [ids[1]] }, second)).statusCode).toBe(
      409,
    );
  });
});

describe('the changes of the draft (AMB-14)', () => {
  it('are listed with what stands behind each, and explained as own initiative', async () => {
    const changes = (await call('GET', own('changes'))).json<{ clause: string; change: string; isTraced: boolean }[]>();
    expect(changes.map(({ change, isTraced }) => [change, isTraced])).toEqual([
      ['changed', false],
      ['added', false],
      ['removed', false],
    ]);
    const url = own(`changes/${changes[0]?.clause}/own-initiative`);
    const reason = {
      nature: 'SUBSTANTIVE',
      reasonKk: 'Мерзім туралы заң өзгерді.',
      reasonRu: 'Изменился закон о сроке.',
    };
    expect((await call('PUT', url, { ...reason, reasonKk: 'Заң.' })).statusCode).toBe(400);
    expect((await call('PUT', url, reason)).statusCode).toBe(204);
    expect((await call('PUT', url, reason, stranger)).statusCode).toBe(404);
    const [first] = (await call('GET', own('changes'))).json<object[]>();
    expect(first).toMatchObject({ isTraced: true, ownInitiative: { nature: 'SUBSTANTIVE' } });
  });
});
