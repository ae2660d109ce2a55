import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SuggestGroups } from '#lib/consideration';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { closeScene, openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

const letter =
  'Анықтама беру мерзімін он бес жұмыс күнінен бес жұмыс күніне дейін қысқартуды сұраймыз, себебі көршілес елдерде мұндай ' +
  'анықтама бір күнде беріледі және азаматтар оны күтіп жұмыстан қалады.';
const edited = letter.replace('бір күнде', 'екі күнде');

interface Stage {
  readonly scene: Scene;
  readonly officer: Session;
  readonly stranger: Session;
  readonly numbers: readonly string[];
  /** Of the pages, in Kazakh. */
  readonly page: string;
  readonly api: string;
}

/** A closed discussion with these remarks, looked through by a worker. */
async function stage(
  texts: readonly string[] = [letter, edited, letter, 'Төлем мөлшері тым жоғары деп санаймын.'],
): Promise<Stage> {
  const scene = await openScene(portal);
  const numbers: string[] = [];
  for (const text of texts) numbers.push((await sendRemark(portal, scene, text)).number);
  await closeScene(portal, scene);
  const officer = await signIn(portal, scene.officer);
  const stranger = await signIn(portal, scene.stranger);
  const api = `/api/v1/discussions/${scene.discussionId}`;
  await portal.send('POST', `${api}/grouping`, { headers: officer.headers, payload: {} });
  await carryOut(scene);
  return { scene, officer, stranger, numbers, api, page: `/kk/officer/discussions/${scene.discussionId}/groups` };
}

/** What a worker does. */
async function carryOut({ discussionId }: Scene): Promise<void> {
  const [run] = await portal.database.query<{ id: string }>(
    'select id from grouping_run where discussion_id = $1 order by requested_at desc limit 1',
    [discussionId],
  );
  await portal.app.get(SuggestGroups, { strict: false }).execute(run?.id ?? '');
}

const as = (session: Session) => ({ headers: { cookie: session.headers.cookie } });
const post = (session: Session, url: string, fields: Record<string, string | readonly string[]> = {}) => {
  const payload = new URLSearchParams({ csrf: session.csrf });
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) payload.append(name, each);
  return portal.send('POST', url, {
    payload: payload.toString(),
    headers: { cookie: session.headers.cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });
};
const get = async (session: Session, url: string) => (await portal.get(url, as(session))).body;
/** The fields of the form as they stand on the page, every checkbox ticked. */
function fieldsOf(body: string): Record<string, string | string[]> {
  const hidden = [...body.matchAll(/<input type="hidden" name="(seen|shown|next)" value="([^"]*)"/g)];
  const keep = [...body.matchAll(/name="keep" type="checkbox" value="([^"]*)" checked/g)].map(
    ([, number = '']) => number,
  );
  const leaveOut = /<textarea[^>]*name="leaveOut"[^>]*>([^<]*)</.exec(body)?.[1] ?? '';
  return { ...Object.fromEntries(hidden.map(([, name, value]) => [name, value ?? ''])), keep, leaveOut };
}
const suggestionOn = (body: string) => /href="([^"]*\/groups\/suggestions\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';

describe('the pages of similar remarks', () => {
  it('lead from the queue to the suggestions, and show how the texts differ', async () => {
    const { scene, officer, page, numbers } = await stage();
    expect(await get(officer, `/kk/officer/discussions/${scene.discussionId}/queue`)).toContain(`href="${page}"`);
    const list = await get(officer, page);
    expect(list).toContain('3 ескерту, 1 жіберуші');
    const suggestion = await get(officer, suggestionOn(list));
    for (const number of numbers.slice(0, 3)) expect(suggestion).toContain(number);
    expect(suggestion).not.toContain(numbers[3]);
    expect(suggestion).toMatch(/<ins class="talqy-added"><span[^>]*>мұнда ғана: <\/span>екі<\/ins>/);
    expect(suggestion).toMatch(/<del class="talqy-removed"><span[^>]*>онда ғана: <\/span>бір<\/del>/);
    expect(suggestion).toContain('Ұқсастығы: 100 %');
    expect(suggestion).toContain('Құпия Атауы');
  });

  it('confirm what is ticked, and take the group apart again', async () => {
    const { officer, page, numbers } = await stage();
    const address = suggestionOn(await get(officer, page));
    const fields = fieldsOf(await get(officer, address));
    expect(fields['keep']).toHaveLength(3);
    const kept = numbers.filter((_, index) => index === 0 || index === 2);
    const confirmed = await post(officer, address, { ...fields, keep: kept, step: 'confirm' });
    expect(confirmed.headers.location).toBe(`${page}/1?done=confirmed`);
    const group = await get(officer, `${page}/1?done=confirmed`);
    expect(group).toContain('Топ расталды.');
    expect(kept.every((number) => group.includes(number))).toBe(true);
    expect(group).not.toContain(numbers[1]);
    expect(await get(officer, `${page}?show=confirmed`)).toContain(`href="${page}/1"`);
    const represent = await post(officer, `${page}/1/representative`, { number: kept[1] ?? '' });
    expect(represent.headers.location).toBe(`${page}/1?done=represented`);
    const last = await post(officer, `${page}/1/leave`, { number: kept[0] ?? '' });
    expect([last.statusCode, last.body.includes('топты таратыңыз')]).toEqual([422, true]);
    const asked = await get(officer, `${page}/1/dissolve`);
    expect((await post(officer, `${page}/1/dissolve`, { seen: 'x' })).statusCode).toBe(409);
    const dissolved = await post(officer, `${page}/1/dissolve`, fieldsOf(asked));
    expect(dissolved.headers.location).toBe(`${page}?show=confirmed&done=dissolved`);
    expect((await portal.get(`${page}/1`, as(officer))).statusCode).toBe(404);
  });

  it('refuse what has changed meanwhile with the page as it is now, and lead to the list when nothing is left', async () => {
    const { scene, officer, page, numbers, api } = await stage();
    const address = suggestionOn(await get(officer, page));
    const fields = fieldsOf(await get(officer, address));
    const wrong = await post(officer, address, { ...fields, leaveOut: numbers[3] ?? '', step: 'confirm' });
    expect([wrong.statusCode, wrong.body.includes('href="#leaveOut"')]).toEqual([422, true]);
    await portal.send('POST', `${api}/groups`, {
      headers: officer.headers,
      payload: { numbers: [numbers[0], numbers[3]] },
    });
    const changed = await post(officer, address, { ...fields, step: 'confirm' });
    expect([
      changed.statusCode,
      changed.body.includes('href="#members"'),
      changed.body.includes(`value="${numbers[0]}"`),
    ]).toEqual([409, true, false]);
    await portal.send('POST', `${api}/grouping`, { headers: officer.headers, payload: {} });
    await carryOut(scene);
    expect((await post(officer, address, { ...fields, step: 'confirm' })).headers.location).toBe(
      `${page}?done=changed`,
    );
    const fresh = suggestionOn(await get(officer, page));
    const dismissed = await post(officer, fresh, { ...fieldsOf(await get(officer, fresh)), step: 'dismiss' });
    expect(dismissed.headers.location).toBe(`${page}?done=dismissed`);
    expect(await get(officer, page)).toContain('Растауды күтіп тұрған топ жоқ.');
  });

  it('gather over many pages what is to be left out, without a script', async () => {
    const { scene, officer, page } = await stage([letter]);
    await portal.database.query('alter table remark disable trigger user');
    await portal.database.query(
      `insert into remark (id, discussion_id, number, kind, sender_kind, intake_channel, language, body, state, received_at, profile_id,
                           close_at, salt, commitment, normalised_hash)
       select gen_random_uuid(), discussion_id, number || '-' || n, kind, sender_kind, intake_channel, language, body, state, received_at,
              profile_id, close_at, salt, commitment, normalised_hash
         from remark, generate_series(1, 600) n where discussion_id = $1`,
      [scene.discussionId],
    );
    await portal.database.query('alter table remark enable trigger user');
    await post(officer, `${page}/search`);
    expect(await get(officer, page)).toContain('кезекте тұр');
    await carryOut(scene);
    const address = suggestionOn(await get(officer, page));
    const first = fieldsOf(await get(officer, address));
    const keep = (first['keep'] ?? []) as string[];
    expect(keep).toHaveLength(100);
    const second = fieldsOf((await post(officer, address, { ...first, keep: keep.slice(2), step: 'next' })).body);
    expect(String(second['leaveOut']).split('\n')).toEqual(keep.slice(0, 2));
    expect(second['shown']).not.toBe(first['shown']);
    const confirmed = await post(officer, address, {
      ...second,
      keep: ((second['keep'] ?? []) as string[]).slice(1),
      step: 'confirm',
    });
    expect(confirmed.headers.location).toBe(`${page}/1?done=confirmed`);
    expect(await get(officer, `${page}/1`)).toContain('598 ескерту');
  });

  it('make a group of typed numbers, and name those that cannot be in it', async () => {
    const { officer, page, numbers } = await stage();
    const wrong = await post(officer, page, { numbers: `${numbers[0]}\n0000-0000-0000-0000-0`, joins: '' });
    expect([wrong.statusCode, wrong.body.includes('href="#numbers"'), wrong.body.includes('0000-0000')]).toEqual([
      422,
      true,
      true,
    ]);
    const typed = `${numbers[0]?.toLowerCase()}, ${numbers[3]}`;
    expect((await post(officer, page, { numbers: typed, joins: '' })).headers.location).toBe(
      `${page}/1?done=confirmed`,
    );
    const unknown = await post(officer, page, { numbers: numbers[1] ?? '', joins: '9' });
    expect([unknown.statusCode, unknown.body.includes('href="#joins"')]).toEqual([422, true]);
    expect((await post(officer, page, { numbers: numbers[1] ?? '', joins: '1' })).headers.location).toBe(
      `${page}/1?done=confirmed`,
    );
    expect(await get(officer, `${page}/1`)).toContain('3 ескерту');
  });

  it('beside a remark stands what it is suggested with, then the group it is in', async () => {
    const { officer, page, numbers } = await stage();
    const remark = `/kk/officer/remarks/${numbers[0]}`;
    const address = suggestionOn(await get(officer, page));
    expect(await get(officer, remark)).toContain(`href="${address}"`);
    await post(officer, address, { ...fieldsOf(await get(officer, address)), step: 'confirm' });
    expect(await get(officer, remark)).toContain(`href="${page}/1"`);
    expect(await get(officer, `/kk/officer/remarks/${numbers[3]}`)).not.toContain(page);
  });

  it('are for the own officials: another body finds nothing', async () => {
    const { officer, stranger, page } = await stage();
    const address = suggestionOn(await get(officer, page));
    for (const url of [page, address, `${page}/1`, `${page}/1/dissolve`])
      expect((await portal.get(url, as(stranger))).statusCode).toBe(404);
    for (const url of [page, `${page}/search`, address, `${page}/1/leave`])
      expect((await post(stranger, url, { numbers: 'x', number: 'x' })).statusCode).toBe(404);
    expect((await portal.get(`${page}/x`, as(officer))).statusCode).toBe(404);
    expect((await portal.get(`${page}/suggestions/x`, as(officer))).statusCode).toBe(404);
  });
});

describe('the API of similar remarks', () => {
  it('goes from the search by a suggestion to a group and back', async () => {
    const { officer, stranger, api, numbers } = await stage();
    const { headers } = officer;
    expect((await portal.get(`${api}/grouping`, officer)).json()).toMatchObject({
      isOpen: true,
      run: { state: 'DONE' },
    });
    const [suggestion] = (await portal.get(`${api}/group-suggestions`, officer)).json().items;
    expect(suggestion).toMatchObject({
      kind: 'NEAR',
      size: 3,
      authors: 1,
      joins: null,
      representative: { number: numbers[0] },
    });
    const one = `${api}/group-suggestions/${suggestion.id}`;
    const { seen } = (await portal.get(one, officer)).json();
    const members = (await portal.get(`${one}/members?size=2`, officer)).json();
    expect(members.items[0]).toMatchObject({ number: numbers[1], channel: 'API', sender: { name: 'Құпия Атауы' } });
    expect(members.items[0].likeness).toBeLessThan(1);
    const rest = (await portal.get(`${one}/members?after=${members.next}`, officer)).json();
    expect(rest.items).toHaveLength(1);
    const confirm = (payload: object) => portal.send('POST', `${one}/confirmation`, { headers, payload });
    expect((await confirm({ seen: 'x' })).statusCode).toBe(400);
    expect((await confirm({ seen: '0'.repeat(64) })).json().code).toBe('conflict');
    expect(
      (await portal.send('POST', `${one}/confirmation`, { headers: stranger.headers, payload: { seen } })).statusCode,
    ).toBe(404);
    expect((await confirm({ seen, leaveOut: [numbers[1]] })).json()).toEqual({ no: 1, members: 2 });
    expect(
      (await portal.send('POST', `${api}/groups/1/members`, { headers, payload: { numbers: [numbers[1]] } })).json(),
    ).toEqual({ no: 1, members: 3 });
    expect(
      (await portal.send('PUT', `${api}/groups/1/representative`, { headers, payload: { number: numbers[1] } }))
        .statusCode,
    ).toBe(204);
    expect((await portal.send('DELETE', `${api}/groups/1/members/${numbers[0]}`, { headers })).statusCode).toBe(204);
    const group = (await portal.get(`${api}/groups/1`, officer)).json();
    expect(group).toMatchObject({ no: 1, members: 2, standing: 2, authors: 1, representative: { number: numbers[1] } });
    expect((await portal.get(`${api}/groups`, officer)).json().items).toHaveLength(1);
    expect((await portal.get(`${api}/groups/1/members`, officer)).json().items).toHaveLength(2);
    for (const path of ['groups', 'groups/1', 'groups/1/members', 'grouping', 'group-suggestions'])
      expect((await portal.get(`${api}/${path}`, stranger)).statusCode).toBe(404);
    expect(
      (await portal.send('POST', `${api}/groups/1/dissolution`, { headers, payload: { seen: group.seen } })).statusCode,
    ).toBe(204);
    expect((await portal.get(`${api}/groups/1`, officer)).json().code).toBe('not-found');
  });

  it('REQ-46: the public list of remarks says nothing of groups and senders', async () => {
    const { officer, api, numbers } = await stage();
    await portal.send('POST', `${api}/groups`, { headers: officer.headers, payload: { numbers: numbers.slice(0, 2) } });
    const { body } = await portal.get(`${api}/remarks`);
    expect(body).not.toMatch(/Құпия|secret\.example|group/);
  });
});
