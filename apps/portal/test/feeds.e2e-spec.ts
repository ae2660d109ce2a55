import { WithdrawDiscussion } from '#lib/discussion';
import { newId } from '#lib/kernel';
import { OpenErratum } from '#lib/reports';
import { officerOf } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { publishScene, revisedScene } from './revised-scene.js';
import { openScene, type Scene, signIn } from './scene.js';

let portal: PortalUnderTest;
let open: Scene;
let answered: Scene;
let unplaced: Scene;
beforeAll(async () => {
  portal = await startPortal();
  [open, answered, unplaced] = [await openScene(portal), await revisedScene(portal), await openScene(portal, false)];
  await publishScene(portal, answered);
}, 120_000);
afterAll(() => portal.stop());

interface Node {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
  text: string;
}

/** As a reader of feeds takes it; throws when it is no XML. */
function parsed(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const path = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes, children: [], text: '' };
    path.at(-1)?.children.push(node);
    path.push(node);
  });
  parser.on('text', (text) => {
    const top = path.at(-1);
    if (top) top.text += text;
  });
  parser.on('closetag', () => void path.pop());
  parser.write(xml).close();
  return root.children[0];
}
const childrenOf = (node: Node, name: string) => node.children.filter((child) => child.name === name);
const textOf = (node: Node, name: string) => childrenOf(node, name)[0]?.text ?? '';
const entriesOf = (feed: Node) => childrenOf(feed, 'entry');
const linkOf = (node: Node, rel: string) =>
  childrenOf(node, 'link').find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'];
const listAt = (query = '') => `/ru/discussions.atom${query}`;
const site = 'http://localhost:80';

describe('the list as a feed (RFC 4287)', () => {
  it.each([
    ['', 2],
    ['?state=open', 1],
    ['?state=reported', 1],
    ['?state=withdrawn', 0],
    [`?q=${encodeURIComponent('архивную справку')}`, 2],
    ['?kind=NEW_STANDARD', 0],
    ['?state=%22%3E%3Cx-y%3E&body=none', 2],
  ])('has of %s the %i discussions of the list, and none that was not placed', async (query, count) => {
    const { statusCode, headers, body } = await portal.get(listAt(query));
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    const feed = parsed(body);
    expect(feed.name).toBe('feed');
    expect(entriesOf(feed)).toHaveLength(count);
    expect(body).not.toContain(unplaced.procedureId);
    const list = await portal.get(`/ru/discussions${query}`);
    for (const entry of entriesOf(feed))
      expect(list.body).toContain(`href="${linkOf(entry, 'alternate')?.replace(site, '')}"`);
  });

  it('has ids that stay, in each language its own, and instants that have passed', async () => {
    const feed = parsed((await portal.get(listAt('?state=open'))).body);
    expect([textOf(feed, 'id'), linkOf(feed, 'self')]).toEqual([
      `${site}${listAt('?state=open')}`,
      `${site}${listAt('?state=open')}`,
    ]);
    expect(linkOf(feed, 'alternate')).toBe(`${site}/ru/discussions?state=open`);
    const [entry] = entriesOf(feed);
    expect(entry && textOf(entry, 'id')).toBe(`${site}/ru/discussions/${open.discussionId}`);
    for (const node of [feed, ...entriesOf(feed)])
      expect(Date.parse(textOf(node, 'updated'))).toBeLessThanOrEqual(Date.now());
    const other = parsed((await portal.get('/kk/discussions.atom?state=open')).body);
    expect(other.attributes['xml:lang']).toBe('kk');
    expect(textOf(entriesOf(other)[0], 'id')).toContain('/kk/');
  });

  it('is named by the list with its filters, and by the page of a draft', async () => {
    const list = await portal.get('/ru/discussions?state=open&sort=newest');
    expect(list.body).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Лента Atom этого списка" href="/ru/discussions.atom?state=open&amp;sort=newest">',
    );
    const draft = await portal.get(`/ru/discussions/${open.discussionId}`);
    expect(draft.body).toContain(`href="/ru/discussions/${open.discussionId}/feed.atom"`);
  });

  it('is the same bytes while nothing happens, and is not sent again to who has them', async () => {
    const first = await portal.get(listAt());
    const again = await portal.get(listAt(), { headers: { 'if-none-match': String(first.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(again.headers['cache-control']).toBe('public, max-age=0, s-maxage=10, must-revalidate');
    const signedIn = await portal.get(listAt(), {
      headers: { cookie: (await signIn(portal, open.officer)).headers.cookie },
    });
    expect([signedIn.statusCode, signedIn.headers['cache-control']]).toEqual([200, 'no-store']);
  });

  it('has a hostile title as text, and a mark for what XML cannot hold', async () => {
    const hostile = `]]></title><script>alert(1)</script>"&' \u0001\u001F\uFFFE`;
    const rename = (title: string) =>
      portal.database.query('update procedure set title_ru = $1 where id = $2', [title, open.procedureId]);
    await rename(hostile);
    for (const url of [listAt('?state=open'), `/ru/discussions/${open.discussionId}/feed.atom`]) {
      const { body } = await portal.get(url);
      const [entry] = entriesOf(parsed(body));
      expect(entry && textOf(entry, 'title')).toContain(`]]></title><script>alert(1)</script>"&' \uFFFD\uFFFD\uFFFD`);
      expect(body).not.toContain('<script>');
    }
    await rename('Проект');
  });
});

describe('the events of a draft as a feed', () => {
  const feedOf = async ({ discussionId }: Scene) =>
    parsed((await portal.get(`/ru/discussions/${discussionId}/feed.atom`)).body);
  const marks = (feed: Node) => entriesOf(feed).map((entry) => textOf(entry, 'id').replace(/^.*#/, ''));

  it('are the placing, the close and the report, the newest first', async () => {
    const feed = await feedOf(answered);
    expect(marks(feed)).toEqual(['reported', 'closed', 'opened']);
    expect(textOf(feed, 'updated')).toBe(textOf(entriesOf(feed)[0], 'updated'));
  });

  it('are each change of the term, the approval and the withdrawal with its reason', async () => {
    const scene = await openScene(portal);
    for (const [happening, about] of [
      ['EXTENDED', '2030-01-01T00:00:00.000000Z'],
      ['CLOSING_SOON', '2030-01-01T00:00:00.000000Z'],
      ['APPROVED', ''],
    ])
      await portal.database.query(
        `insert into subscriber_notice (id, discussion_id, body_id, happening, about) values ($1, $2, $3, $4, $5)`,
        [newId(), scene.discussionId, scene.bodyId, happening, about],
      );
    const reason = 'Проект будет переписан';
    await portal.app
      .get(WithdrawDiscussion, { strict: false })
      .execute({ discussionId: scene.discussionId, reason }, officerOf(scene.bodyId));
    const [entry] = entriesOf(parsed((await portal.get(listAt('?state=withdrawn'))).body));
    const [withdrawn] = entriesOf(await feedOf(scene));
    expect(entry && textOf(entry, 'summary')).toContain('Проект отозван');
    expect(entry && textOf(entry, 'updated')).toBe(withdrawn && textOf(withdrawn, 'updated'));
    const feed = await feedOf(scene);
    expect(marks(feed)).toEqual(['withdrawn', 'approved', 'extended-2030-01-01T00:00:00.000000Z', 'opened']);
    expect(textOf(entriesOf(feed)[0], 'summary')).toBe(reason);
  });

  it('are the report and its corrections also once the draft is withdrawn (REQ-25, REQ-66)', async () => {
    const scene = await revisedScene(portal);
    await publishScene(portal, scene);
    const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
      portal.app.get(token as never, { strict: false });
    const { discussionId, bodyId } = scene;
    const why = { reasonKk: 'Негіздемедегі қате түзетілді.', reasonRu: 'Исправлена ошибка в обосновании.' };
    await get(OpenErratum).execute({ discussionId, ...why }, officerOf(bodyId));
    await publishScene(portal, scene);
    const before = marks(await feedOf(scene));
    expect(before).toEqual(['erratum-1', 'reported', 'closed', 'opened']);
    const reason = 'Проект будет переписан';
    await get(WithdrawDiscussion).execute({ discussionId, reason }, officerOf(bodyId));
    expect(marks(await feedOf(scene))).toEqual(['withdrawn', ...before]);
  });

  it.each(['none', newId()])('are none of a draft that is not there: %s', async (id) => {
    expect((await portal.get(`/ru/discussions/${id}/feed.atom`)).statusCode).toBe(404);
  });
});
