import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { closeScene, openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let officer: Session;
let second: Session;
let stranger: Session;
let numbers: string[];
const t = translator('kk');
const twoPoints = 'Құрметті министрлік! Мерзімді қысқартыңыз. Өтінішті поштамен де қабылдаңыз.';

beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  numbers = [];
  for (const text of [
    twoPoints,
    'Екінші ескерту.',
    'Үшінші ескерту.',
    'Төртінші ескерту.',
    '<b onclick=x>Бесінші</b>',
  ]) {
    numbers.push((await sendRemark(portal, scene, text)).number);
  }
  await closeScene(portal, scene);
  officer = await signIn(portal, scene.officer);
  second = await signIn(portal, scene.signer);
  stranger = await signIn(portal, scene.stranger);
});
afterAll(() => portal.stop());

type Fields = Readonly<Record<string, string | readonly string[]>>;
const get = (url: string, session = officer) => portal.get(url, { headers: { cookie: session.headers.cookie } });
const post = (url: string, fields: Fields = {}, session = officer) => {
  const payload = new URLSearchParams({ csrf: session.csrf });
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) payload.append(name, each);
  return portal.send('POST', url, {
    payload: payload.toString(),
    headers: { cookie: session.headers.cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });
};
const refusal = {
  outcome: 'NOT_TAKEN_INTO_ACCOUNT',
  reasonCode: 'ALREADY_PROVIDED',
  groundKk: 'Жобаның екінші бөлімінде көзделген.',
  groundRu: 'Предусмотрено вторым разделом проекта.',
};
const remark = (index: number, rest = '') => `/kk/officer/remarks/${numbers[index]}${rest}`;
const own = (rest: string) => `/kk/officer/discussions/${scene.discussionId}/${rest}`;
const seenIn = (body: string) => /name="seen" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';

describe('the page of a remark', () => {
  it('is split sentence by sentence, and each point is decided by itself (REQ-51)', async () => {
    const form = await get(remark(0, '/points'));
    const fields = [...form.body.matchAll(/<select[^>]* name="(TEXT-\d+)"/g)].map(([, name = '']) => name);
    expect(fields).toHaveLength(3);
    const [, first = '', last = ''] = fields;
    const split = await post(remark(0, '/points'), { [first]: '1', [last]: '2' });
    expect([split.statusCode, split.headers.location]).toEqual([303, `${remark(0)}?done=split`]);
    await post(remark(0), { ...refusal, point: '2' });
    const page = await get(remark(0));
    expect(page.body.match(/class="talqy-passage"/g)).toHaveLength(2);
    expect(page.body).toContain(t('decide.form-point', { number: '1' }));
    expect(page.body).toContain(refusal.groundKk);
  });

  it('refuses a split in which no sentence has a point, beside the sentences', async () => {
    const answer = await post(remark(1, '/points'), {});
    expect([answer.statusCode, answer.body.includes('href="#sentences"')]).toEqual([422, true]);
  });

  it('remembers the list of the queue it was opened from, and leads to its neighbours in it', async () => {
    const query = encodeURIComponent('undecided=1');
    const { body } = await get(`${remark(2)}?queue=${query}`);
    expect(body).toContain(`${remark(3)}?queue=${encodeURIComponent('undecided=1')}`.replaceAll('&', '&amp;'));
    expect(body).toContain(`${own('queue')}?undecided=1`);
    const decided = await post(remark(2), { ...refusal, queue: 'undecided=1' });
    expect(decided.headers.location).toBe(`${remark(2)}?done=decided&queue=${query}`);
  });

  it('tells how a decision changed, word by word, and by whom (REQ-56)', async () => {
    await post(remark(2), { ...refusal, groundKk: 'Жобаның үшінші бөлімінде көзделген.' });
    const { body } = await get(remark(2));
    expect(body).toMatch(/<del class="talqy-removed">.*екінші/);
    expect(body).toMatch(/<ins class="talqy-added">.*үшінші/);
    expect(body).toContain('Айгүл Сәрсенова (officer)');
  });

  it('takes a template in, to be completed, and refuses a ground with a blank left', async () => {
    const typed = {
      name: 'Заңға қайшы',
      reasonCode: 'CONTRADICTS_HIGHER_ACT',
      groundKk: 'Бұл [[қай заңға]] қайшы.',
      groundRu: 'Это противоречит [[какому закону]].',
    };
    expect((await post('/kk/officer/templates', { ...typed, groundRu: 'Это противоречит закону.' })).statusCode).toBe(
      422,
    );
    expect((await post('/kk/officer/templates', typed)).statusCode).toBe(303);
    const list = await get('/kk/officer/templates');
    const id = /templates\/([0-9a-f-]{36})\/archive/.exec(list.body)?.[1] ?? '';
    const inserted = await post(remark(3), { insert: '1', template: id });
    expect(inserted.statusCode).toBe(200);
    expect(inserted.body).toContain('Бұл [[қай заңға]] қайшы.');
    const { name: _, ...rest } = typed;
    const blank = await post(remark(3), { ...rest, outcome: 'NOT_TAKEN_INTO_ACCOUNT' });
    expect([blank.statusCode, blank.body.includes('href="#groundKk"')]).toEqual([422, true]);
    expect((await post(`/kk/officer/templates/${id}/archive`, {}, stranger)).statusCode).toBe(404);
    expect((await post(`/kk/officer/templates/${id}/archive`)).statusCode).toBe(303);
  });

  it.each([...languages])('refuses a ground of more than 20,000 characters and says so (%s)', async (language) => {
    const typed = { ...refusal, groundKk: 'ұ'.repeat(20_001) };
    const long = await post(remark(3).replace('/kk/', `/${language}/`), typed);
    expect([long.statusCode, long.body.includes('href="#groundKk"')]).toEqual([422, true]);
    const told = translator(language)('decide.fault-too-long', { limit: 20_000 });
    expect(told).toMatch(/20.000/);
    expect(long.body).toContain(told);
  });

  it('keeps notes for colleagues, who find on their desk that they are asked', async () => {
    const page = await get(remark(3));
    const colleague = /name="mentions" type="checkbox" value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
    expect((await post(remark(3, '/notes'), { note: '' })).statusCode).toBe(422);
    const noted = await post(remark(3, '/notes'), { note: 'Қараңызшы <i>', mentions: colleague });
    expect(noted.headers.location).toBe(`${remark(3)}?done=noted`);
    expect((await get('/kk/officer', second)).body).toContain(numbers[3]);
    expect((await get(remark(3), second)).body).toContain('Қараңызшы &lt;i&gt;');
    expect((await get('/kk/officer', second)).body).not.toContain(t('mentions.title'));
    expect((await post(remark(3, '/notes'), { note: 'x' }, stranger)).statusCode).toBe(404);
  });

  it('shows nothing to another body, and the words of a remark as text', async () => {
    for (const rest of ['', '/points']) expect((await get(remark(0, rest), stranger)).statusCode).toBe(404);
    expect((await get(remark(4))).body).not.toContain('<b onclick');
  });
});

describe('the queue', () => {
  it('is claimed, flagged and handed on, many at once, and finds what it is asked for', async () => {
    const chosen = [numbers[1] ?? '', numbers[3] ?? ''];
    const claimed = await post(own('queue'), { act: 'claim', numbers: chosen, query: 'undecided=1' });
    expect(claimed.headers.location).toBe(`${own('queue')}?undecided=1&done=claimed`);
    const taken = await post(own('queue'), { act: 'claim', numbers: chosen }, second);
    expect([taken.statusCode, taken.body.includes('Айгүл Сәрсенова (officer)')]).toEqual([422, true]);
    await post(own('queue'), { act: 'flag', numbers: chosen.slice(0, 1) });
    const flagged = await get(own('queue?flagged=1'));
    expect([flagged.body.includes(chosen[0] ?? ''), flagged.body.includes(chosen[1] ?? '')]).toEqual([true, false]);
    const mine = await get(own('queue?worker=mine'));
    expect(mine.body).toContain(chosen[1]);
    expect((await get(own('queue?worker=mine'), second)).body).not.toContain(chosen[1]);
    const words = await get(own(`queue?words=${encodeURIComponent('ТӨРТІНШІ')}`));
    expect([words.body.includes(numbers[3] ?? ''), words.body.includes(numbers[1] ?? '')]).toEqual([true, false]);
  });

  it('assigns to a colleague with a day, and refuses without one', async () => {
    const page = await get(own('queue'));
    const options = [...page.body.matchAll(/<option value="([0-9a-f-]{36})"[^>]*>Айгүл Сәрсенова \(signer\)/g)];
    const colleague = options.at(-1)?.[1] ?? '';
    const form = { act: 'assign', numbers: numbers[4] ?? '', due: '2026-12-01' };
    const missing = await post(own('queue'), { ...form, due: 'ертең' });
    expect([
      missing.statusCode,
      missing.body.includes('href="#officer"'),
      missing.body.includes('href="#due"'),
    ]).toEqual([422, true, true]);
    expect((await post(own('queue'), { ...form, officer: colleague })).headers.location).toContain('done=assigned');
    expect((await get(own('queue?worker=mine'), second)).body).toContain(numbers[4]);
  });

  it('asks for a choice, and is nobody else’s', async () => {
    const none = await post(own('queue'), { act: 'claim' });
    expect([none.statusCode, none.body.includes('href="#numbers"')]).toEqual([422, true]);
    expect((await post(own('queue'), { act: 'claim', numbers: numbers[0] ?? '' }, stranger)).statusCode).toBe(404);
    expect((await get(own('queue'), stranger)).statusCode).toBe(404);
  });
});

describe('one answer to many (REQ-44)', () => {
  it('shows first who is affected and who is not, then answers all or none', async () => {
    const choice = { numbers: [numbers[0] ?? '', numbers[1] ?? '', numbers[3] ?? ''] };
    const preview = await post(own('answers'), choice);
    expect(preview.statusCode).toBe(200);
    expect(preview.body).toContain(t('answers.title', { count: 2 }));
    expect(preview.body).toContain(t('answers.several-points'));
    const form = { ...choice, ...refusal, decide: '1', seen: seenIn(preview.body) };
    const missing = await post(own('answers'), { ...form, groundRu: 'Нет.' });
    expect([missing.statusCode, missing.body.includes('href="#groundRu"')]).toEqual([422, true]);
    expect((await post(own('answers'), form)).headers.location).toBe(`${own('queue')}?done=answered`);
    const again = await post(own('answers'), form);
    expect([again.statusCode, again.body.includes(t('answers.changed'))]).toEqual([422, true]);
  });

  it('comes back to the queue when nothing is chosen', async () => {
    const answer = await post(own('answers'), {});
    expect([answer.statusCode, answer.body.includes('href="#numbers"')]).toEqual([422, true]);
    expect((await post(own('answers'), { numbers: numbers[1] ?? '' }, stranger)).statusCode).toBe(404);
  });
});

describe('an answer to a group (REQ-44)', () => {
  it('is previewed, given once to all, and refused when somebody changed something meanwhile', async () => {
    const groupForm = { numbers: [numbers[3], numbers[4]].join('\n') };
    expect((await post(own('groups'), groupForm)).statusCode).toBe(303);
    const page = await get(own('groups/1/answer'));
    expect(page.body).toContain(t('answers.group-title', { no: 1, count: 2 }));
    const form = { ...refusal, groundKk: 'Жобаның төртінші бөлімінде көзделген.', seen: seenIn(page.body) };
    expect((await post(own('groups/1/answer'), form)).headers.location).toBe(`${own('groups/1/answer')}?done=answered`);
    const stale = await post(own('groups/1/answer'), form);
    expect([stale.statusCode, stale.body.includes(t('answers.changed'))]).toEqual([422, true]);
    for (const index of [3, 4]) {
      const member = await get(remark(index));
      expect(member.body).toContain('Жобаның төртінші бөлімінде көзделген.');
      expect(member.body).toContain(t('decide.answered-with-group'));
    }
    expect((await post(remark(3), refusal)).statusCode).toBe(409);
    expect((await get(own('groups/1/answer'), stranger)).statusCode).toBe(404);
    expect((await get(own('groups/9/answer'))).statusCode).toBe(404);
  });

  it('may be split into the same points', async () => {
    const form = await get(own('groups/1/points'));
    const [field = ''] = [...form.body.matchAll(/<select[^>]* name="(TEXT-\d+)"/g)].map(([, name = '']) => name);
    expect((await post(own('groups/1/points'), { [field]: '1' })).headers.location).toBe(
      `${own('groups/1/answer')}?done=split`,
    );
    expect((await post(own('groups/1/points'), {})).statusCode).toBe(422);
  });
});
