import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { publishScene, revisedClauses, revisedScene, saveVersion } from './revised-scene.js';
import { openScene, type Scene, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
/** Revised and published; revised and not. */
let scene: Scene;
let hidden: Scene;
beforeAll(async () => {
  portal = await startPortal();
  [scene, hidden] = [await revisedScene(portal), await revisedScene(portal)];
  await publishScene(portal, scene);
});
afterAll(() => portal.stop());

const as = (session: Session) => ({ headers: { cookie: session.headers.cookie } });
const api = (query: string, { procedureId }: Scene = scene, options = {}) =>
  portal.get(`/api/v1/procedures/${procedureId}/comparison?${query}`, options);

describe('what is not published (REQ-55)', () => {
  it('is hidden from the public and another body, page and API alike, and shown to its own', async () => {
    const [officer, stranger] = [await signIn(portal, hidden.officer), await signIn(portal, hidden.stranger)];
    const addresses = [
      `/kk/discussions/${hidden.discussionId}/compare?from=1&to=2`,
      `/api/v1/procedures/${hidden.procedureId}/comparison?from=1&to=2`,
    ];
    for (const address of addresses) {
      expect((await portal.get(address)).statusCode).toBe(404);
      expect((await portal.get(address, as(stranger))).statusCode).toBe(404);
      const own = await portal.get(address, as(officer));
      expect([own.statusCode, own.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(own.body).toContain('Алдын-ала жазылу жоқ');
    }
  });

  it('is named nowhere by the page of the draft, and by the officer’s pages', async () => {
    const link = translator('kk')('compare.link');
    const draft = `/kk/discussions/${hidden.discussionId}`;
    expect((await portal.get(draft)).body).not.toContain(link);
    const officer = as(await signIn(portal, hidden.officer));
    expect((await portal.get(draft, officer)).body).toContain(link);
    const dossier = await portal.get(`/kk/officer/procedures/${hidden.procedureId}`, officer);
    expect(dossier.body).toContain(translator('kk')('compare.version-unpublished', { number: 2 }));
    const href = /href="([^"]*\/compare\?from=1[^"]*)"/.exec(dossier.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await portal.get(href, officer)).body).toContain('Алдын-ала жазылу жоқ');
    const report = await portal.get(`/kk/officer/discussions/${hidden.discussionId}/report`, officer);
    expect(report.body).toContain(`/kk/officer/procedures/${hidden.procedureId}/compare`);
  });

  it('before there is a discussion is compared in the dossier of its own body', async () => {
    const before = await openScene(portal, false);
    await saveVersion(portal, before, revisedClauses(before));
    const address = `/ru/officer/procedures/${before.procedureId}/compare`;
    const own = await portal.get(address, as(await signIn(portal, before.officer)));
    expect(own.body).toContain('Версия 2 (не опубликована)');
    expect(own.body).toContain('Предварительной записи нет');
    expect((await portal.get(address, as(await signIn(portal, before.stranger)))).statusCode).toBe(404);
    expect((await portal.get(address)).headers.location).toContain('/sign-in');
    expect((await api('from=1&to=2', before)).statusCode).toBe(404);
    expect((await portal.get(`/api/v1/procedures/${before.procedureId}/versions`)).statusCode).toBe(404);
  });
});

describe('GET /api/v1/procedures/:id/comparison', () => {
  it('tells the changes with counts, places and whole words', async () => {
    const answer = await api('from=1&to=2');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      procedureId: scene.procedureId,
      from: { version: 1 },
      to: { version: 2 },
      counts: { changed: 1, added: 1, removed: 1, moved: 1, renumbered: 4, unchanged: 3 },
      title: { isChanged: false },
      total: 4,
      clauses: [
        { lineageId: scene.clauses[3], status: 'unchanged', isMoved: true, isRenumbered: true },
        {
          lineageId: scene.clauses[4],
          status: 'changed',
          before: { label: '3.', parent: scene.clauses[3], position: 5 },
          after: { label: '1.', parent: scene.clauses[3], position: 2 },
          wording: {
            ru: [
              {
                kind: 'changed',
                words: [
                  { kind: 'same', text: 'Срок – ' },
                  { kind: 'removed', text: 'пятнадцать' },
                  { kind: 'added', text: 'пять' },
                  { kind: 'same', text: ' рабочих дней.' },
                ],
              },
            ],
          },
        },
        { status: 'added', before: null, wording: { kk: [{ kind: 'added', text: 'Алдын-ала жазылу жоқ.' }] } },
        { lineageId: scene.clauses[2], status: 'removed', after: null },
      ],
    });
  });

  it('is walked page by page, changes or the whole text', async () => {
    const walked: string[] = [];
    for (let next: string | undefined = '0'; next !== undefined;) {
      const answer = await api(`from=1&to=2&whole=true&size=2&after=${next}`);
      const {
        clauses,
        next: following,
        total,
      } = answer.json<{ clauses: { lineageId: string }[]; next?: string; total: number }>();
      expect(total).toBe(6);
      walked.push(...clauses.map(({ lineageId }) => lineageId));
      next = following;
    }
    expect(new Set(walked).size).toBe(6);
    expect((await api('from=1&to=2&size=3')).json()).toMatchObject({ next: '3', total: 4 });
  });

  it.each([
    '',
    'from=1',
    'from=x&to=2',
    'from=0&to=1',
    'from=1&to=2&whole=1',
    'from=1&to=2&size=101',
    'from=1&to=2&after=x',
    'from=1&to=2&x=1',
    'from=1&from=2&to=2',
  ])('refuses ?%s with 400', async (query) => {
    const answer = await api(query);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.json()).toMatchObject({ code: 'invalid-input' });
  });

  it('answers 404 to a version or a procedure that is not there', async () => {
    expect((await api('from=1&to=3')).json()).toMatchObject({ status: 404, code: 'not-found' });
    for (const id of ['nothing', newId()])
      expect((await portal.get(`/api/v1/procedures/${id}/comparison?from=1&to=1`)).statusCode).toBe(404);
  });

  it('is found from the discussion, with the versions one may see', async () => {
    const { procedureId } = (await portal.get(`/api/v1/discussions/${scene.discussionId}`)).json<{
      procedureId: string;
    }>();
    const standings = async (options = {}, id = procedureId) =>
      (await portal.get(`/api/v1/procedures/${id}/versions`, options))
        .json<{ version: number; standing: string }[]>()
        .map(({ version, standing }) => `${version} ${standing}`);
    expect(await standings()).toEqual(['1 discussed', '2 revised']);
    expect(await standings({}, hidden.procedureId)).toEqual(['1 discussed']);
    expect(await standings(as(await signIn(portal, hidden.signer)), hidden.procedureId)).toEqual([
      '1 discussed',
      '2 unpublished',
    ]);
  });
});
