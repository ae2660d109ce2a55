import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import type { Session } from './scene.js';
import { carryOut, letter, stage } from './similar-remarks.js';

let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

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
  const hidden = [...body.matchAll(/<input type="hidden" name="(seen|shown|after|next)" value="([^"]*)"/g)];
  const keep = [...body.matchAll(/name="keep" type="checkbox" value="([^"]*)" checked/g)].map(
    ([, number = '']) => number,
  );
  const leaveOut = /<textarea[^>]*name="leaveOut"[^>]*>([^<]*)</.exec(body)?.[1] ?? '';
  return { ...Object.fromEntries(hidden.map(([, name, value]) => [name, value ?? ''])), keep, leaveOut };
}
const suggestionOn = (body: string) => /href="([^"]*\/groups\/suggestions\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';

describe('the pages of similar remarks', () => {
  it('lead from the queue to the suggestions, and show how the texts differ', async () => {
    const { scene, officer, page, numbers } = await stage(portal);
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
    const { officer, page, numbers } = await stage(portal);
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
    const { scene, officer, page, numbers, api } = await stage(portal);
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
    await carryOut(portal, scene);
    expect((await post(officer, address, { ...fields, step: 'confirm' })).headers.location).toBe(
      `${page}?done=changed`,
    );
    const fresh = suggestionOn(await get(officer, page));
    const dismissed = await post(officer, fresh, { ...fieldsOf(await get(officer, fresh)), step: 'dismiss' });
    expect(dismissed.headers.location).toBe(`${page}?done=dismissed`);
    expect(await get(officer, page)).toContain('Растауды күтіп тұрған топ жоқ.');
  });

  it('gather over many pages what is to be left out, without a script', async () => {
    const { scene, officer, page } = await stage(portal, [letter]);
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
    await carryOut(portal, scene);
    const address = suggestionOn(await get(officer, page));
    const first = fieldsOf(await get(officer, address));
    const keep = (first['keep'] ?? []) as string[];
    expect(keep).toHaveLength(100);
    const second = fieldsOf((await post(officer, address, { ...first, keep: keep.slice(2), step: 'next' })).body);
    expect(String(second['leaveOut']).split('\n')).toEqual(keep.slice(0, 2));
    expect(second['shown']).not.toBe(first['shown']);
    const inRussian = await post(officer, address.replace('/kk/', '/ru/'), { ...second, again: 'yes' });
    expect(fieldsOf(inRussian.body)).toEqual(second);
    const confirmed = await post(officer, address, {
      ...second,
      keep: ((second['keep'] ?? []) as string[]).slice(1),
      step: 'confirm',
    });
    expect(confirmed.headers.location).toBe(`${page}/1?done=confirmed`);
    expect(await get(officer, `${page}/1`)).toContain('598 ескерту');
  });

  it('make a group of typed numbers, and name those that cannot be in it', async () => {
    const { officer, page, numbers } = await stage(portal);
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
    const { officer, page, numbers } = await stage(portal);
    const remark = `/kk/officer/remarks/${numbers[0]}`;
    const address = suggestionOn(await get(officer, page));
    expect(await get(officer, remark)).toContain(`href="${address}"`);
    await post(officer, address, { ...fieldsOf(await get(officer, address)), step: 'confirm' });
    expect(await get(officer, remark)).toContain(`href="${page}/1"`);
    expect(await get(officer, `/kk/officer/remarks/${numbers[3]}`)).not.toContain(page);
  });

  it('are for the own officials: another body finds nothing', async () => {
    const { officer, stranger, page } = await stage(portal);
    const address = suggestionOn(await get(officer, page));
    for (const url of [page, address, `${page}/1`, `${page}/1/dissolve`])
      expect((await portal.get(url, as(stranger))).statusCode).toBe(404);
    for (const url of [page, `${page}/search`, address, `${page}/1/leave`])
      expect((await post(stranger, url, { numbers: 'x', number: 'x' })).statusCode).toBe(404);
    expect((await portal.get(`${page}/x`, as(officer))).statusCode).toBe(404);
    expect((await portal.get(`${page}/suggestions/x`, as(officer))).statusCode).toBe(404);
  });
});
