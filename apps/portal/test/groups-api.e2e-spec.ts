import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { stage } from './similar-remarks.js';

let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

describe('the API of similar remarks', () => {
  it('goes from the search by a suggestion to a group and back', async () => {
    const { officer, stranger, api, numbers } = await stage(portal);
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
    const { officer, api, numbers } = await stage(portal);
    await portal.send('POST', `${api}/groups`, { headers: officer.headers, payload: { numbers: numbers.slice(0, 2) } });
    const { body } = await portal.get(`${api}/remarks`);
    expect(body).not.toMatch(/Құпия|secret\.example|group/);
  });
});
