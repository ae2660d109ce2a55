import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreateProcedure } from '#lib/drafting';
import { translator } from '#lib/localisation';
import { officerOf } from '#lib/testing';
import { draftingScene, type DraftingScene, serviceName } from './drafting-scene.js';
import { postingTo } from './form-post.js';
import { as } from './letter-scene.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';

const t = translator('ru');
let portal: PortalUnderTest;
let scene: DraftingScene;
beforeAll(async () => {
  portal = await startPortal();
  scene = await draftingScene(portal);
});
afterAll(() => portal.stop());

const post = postingTo(() => portal);
const page = '/ru/officer/procedures/new';
const list = '/ru/officer/procedures';
const send = (fields: Record<string, string>) => post(scene.sessions.officer, page, fields);
const count = async () =>
  (await portal.database.query<{ n: string }>('select count(*) as n from procedure'))[0]?.n ?? '';
const standard = { kind: 'NEW_STANDARD', profileFamily: 'kz-126-by-decision' };

describe('opening the dossier of a draft (R5)', () => {
  it('is led to from the desk and from the list', async () => {
    for (const from of ['/ru/officer', list])
      expect((await portal.get(from, as(scene.sessions.officer))).body).toContain(`href="${page}"`);
    const form = await portal.get(page, as(scene.sessions.officer));
    expect(form.body).toContain(`<option value="${scene.serviceCode}">`);
    const read = await portal.get(list, as(scene.sessions.onlySigner));
    expect([read.statusCode, read.body.includes(`href="${page}"`)]).toEqual([200, false]);
  });

  it('offers the rules that are in force, and none under which no draft can be placed any more (REQ-120)', async () => {
    const { body } = await portal.get(page, as(scene.sessions.officer));
    const rules = /<select[^>]*name="profileFamily".*?<\/select>/s.exec(body)?.[0] ?? '';
    const offered = [...rules.matchAll(/<option value="([^"]*)"( selected)?>/g)].map(([, family, chosen]) => [
      family,
      chosen,
    ]);
    expect(offered[0]).toEqual(['kz-126-by-decision', ' selected']);
    expect(offered.map(([family]) => family)).not.toContain('kz-126');
  });

  it('opens another draft under the titles that were typed', async () => {
    const fields = {
      kind: 'OTHER_DRAFT',
      profileFamily: 'open-consultation',
      'title-kk': 'Ереже',
      'title-ru': 'Правила',
    };
    const { statusCode, headers } = await send({ ...fields, 'title-en': 'Rules' });
    expect(statusCode).toBe(303);
    const { body } = await portal.get(String(headers.location), as(scene.sessions.officer));
    expect(body).toContain('Правила');
    expect((await portal.get(list, as(scene.sessions.officer))).body).toContain(`href="${headers.location}"`);
  });

  it('calls a new standard as its service in the register when no title was typed (R10.I.1)', async () => {
    const { headers } = await send({ ...standard, serviceCode: scene.serviceCode });
    const { body } = await portal.get(String(headers.location), as(scene.sessions.officer));
    expect(body).toContain(serviceName.ru);
    const again = await send({ ...standard, serviceCode: scene.serviceCode });
    expect([again.statusCode, again.body.includes(t('drafting.refused.already-drafted'))]).toEqual([422, true]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['without a service', {}, t('drafting.refused.no-register-entry', { clause: 'R5' })],
    [
      'under another name than the register',
      { serviceCode: 'own' },
      t('drafting.refused.name-differs', { clause: 'R10.I.1', name: serviceName.ru }),
    ],
    [
      'by a procedure of no standards',
      { profileFamily: 'eu' },
      t('drafting.refused.profile-not-of-standards', { clause: 'R1' }),
    ],
    ['of no kind', { kind: '' }, t('drafting.kind-missing')],
    ['by an unknown procedure', { profileFamily: 'x' }, t('drafting.refused.profile-unknown')],
  ])('refuses a new standard %s, and keeps what was typed', async (_, { serviceCode, ...over }, words) => {
    const before = await count();
    const typed = { ...standard, 'title-kk': 'Бөтен атау', 'title-ru': 'Чужое <название>', ...over };
    const code: Record<string, string> = serviceCode ? { serviceCode: scene.serviceCode } : {};
    const { statusCode, body } = await send({ ...typed, ...code });
    expect([statusCode, await count()]).toEqual([422, before]);
    expect(body).toContain(words.replaceAll('"', '&quot;'));
    expect(body).toContain('Чужое &lt;название&gt;');
    expect(body).toContain('value="Бөтен атау"');
    if (serviceCode) expect(body).toContain(`<option value="${scene.serviceCode}" selected>`);
  });

  it('wants the titles of another draft in both languages', async () => {
    const { statusCode, body } = await send({ kind: 'OTHER_DRAFT', profileFamily: 'kz-126' });
    expect(statusCode).toBe(422);
    for (const language of ['kk', 'ru'] as const) {
      expect(body).toContain(`href="#title-${language}"`);
      expect(body).toContain(
        t('drafting.refused.title-missing', { clause: 'AMB-28', language: t(`language.${language}`) }),
      );
    }
  });
});

describe('the list of the own dossiers', () => {
  it('says that there is none', async () => {
    const { body } = await portal.get(list, as(scene.sessions.stranger));
    expect(body).toContain(t('drafting.list-empty'));
    expect(body).not.toContain(`/officer/procedures/${scene.procedureId}`);
  });

  it('has pages', async () => {
    const create = portal.app.get(CreateProcedure, { strict: false });
    const title = { kk: 'Ереже', ru: 'Правила' };
    for (let index = 0; index < 21; index += 1)
      await create.execute(
        { kind: 'OTHER_DRAFT', developerId: scene.bodyId, title, profileFamily: 'kz-126' },
        officerOf(scene.bodyId),
      );
    const first = await portal.get(list, as(scene.sessions.officer));
    const next = /href="([^"]+\?after=[^"]+)" rel="next"/.exec(first.body)?.[1] ?? '';
    expect(first.body).not.toContain(scene.procedureId);
    const second = await portal.get(next, as(scene.sessions.officer));
    expect(second.body).toContain(scene.procedureId);
    expect(second.body).toContain(t('nav.first-page'));
  });
});
