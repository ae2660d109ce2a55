import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecideRemark } from '#lib/consideration';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { officerOf } from '#lib/testing';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { publishScene, revisedClauses, revisedScene, saveVersion } from './revised-scene.js';
import { closeScene, openScene, type Scene, sendRemark } from './scene.js';

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

const page = (language: string, query = '', { discussionId }: Scene = scene) =>
  portal.get(`/${language}/discussions/${discussionId}/compare${query && `?${query}`}`);
/** The words of a page; what only a screen reader hears in angle brackets. */
const heard = (html: string): string =>
  html
    .replace(/<span class="govuk-visually-hidden"[^>]*>([^<]*)<\/span>/g, '‹$1›')
    .replace(/<[^>]+>/g, '')
    .replace(/&ndash;/g, '–');

describe.each(['kk', 'ru', 'en'] as const)('the comparison in %s', (language) => {
  const t = translator(language);

  it('names both versions, counts the changes and leads to each', async () => {
    const { statusCode, body } = await page(language);
    expect(statusCode).toBe(200);
    const from = t('compare.version-discussed', { number: 1 });
    const to = t('compare.version-revised', { number: 2 });
    expect(body).toContain(t('compare.between', { from, to }));
    for (const key of ['changed', 'added', 'removed', 'moved'] as const)
      expect(body).toContain(t(`compare.count-${key}`, { count: 1 }));
    expect(body).toContain(t('compare.count-renumbered', { count: 4 }));
    const anchors = [...body.matchAll(/href="#(change-[\w-]+)"/g)].map(([, id]) => id);
    expect(anchors).toHaveLength(4);
    for (const id of anchors) expect(body).toContain(`id="${id}"`);
  });

  it('says in words where a change begins and ends, in the language of the page', async () => {
    const { body } = await page(language, 'language=kk&view=inline');
    const marked = `‹${t('compare.run-removed')}›он ‹${t('compare.run-removed-end')}›бес жұмыс күні.`;
    expect(heard(body)).toContain(`Мерзімі – ${marked}`);
    expect(body).toMatch(/<p class="talqy-compared" lang="kk">[^\n]*<del class="talqy-removed">/);
    expect(body).toContain(`lang="${language}">${t('compare.run-removed')}`);
  });
});

describe('the comparison page', () => {
  it('shows two texts side by side or one text', async () => {
    const side = heard((await page('ru', 'view=side&language=ru')).body);
    expect(side).toMatch(/Срок – ‹исключено:›пятнадцать‹конец исключенного› рабочих дней\.\s/);
    expect(side).toMatch(/Срок – ‹добавлено:›пять‹конец добавленного› рабочих дней\.\s/);
    const inline = heard((await page('ru', 'view=inline&language=ru')).body);
    expect(inline).toContain(
      'Срок – ‹исключено:›пятнадцать‹конец исключенного›‹добавлено:›пять‹конец добавленного› рабочих',
    );
  });

  it('shows the text in one language or in all, each with its own lang', async () => {
    const { body } = await page('ru', 'language=all');
    expect(body).toMatch(/lang="kk">[^\n]*Алдын-ала жазылу жоқ/);
    expect(body).toMatch(/lang="ru">[^\n]*Предварительной записи нет/);
    expect((await page('ru', 'language=kk')).body).not.toContain('Предварительной записи нет');
    expect((await page('en')).body).toContain('Предварительной записи нет');
    expect((await page('kk', 'language=en')).body).toContain('Алдын-ала жазылу жоқ');
  });

  it('shows the whole text by a link, and a clause that only has a new number there', async () => {
    const { body } = await page('ru');
    expect(heard(body)).not.toContain('Услуга «Выдача архивной справки».');
    const href = /href="([^"]*text=whole[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const whole = heard((await portal.get(href)).body);
    expect(whole).toContain(
      '‹исключено:›1.‹конец исключенного›‹добавлено:›3.‹конец добавленного› Услуга «Выдача архивной справки».',
    );
    const unchanged = await page('ru', `clause=${scene.clauses[1]}`);
    expect(unchanged.body).toContain(`id="change-${scene.clauses[1]}"`);
  });

  it('says when there is no difference, and when there is one version', async () => {
    expect((await page('kk', 'from=2&to=2')).body).toContain(translator('kk')('compare.none'));
    expect((await page('kk', '', hidden)).body).toContain(translator('kk')('compare.one-version'));
    expect((await page('kk', '', hidden)).body).not.toContain('Алдын-ала');
  });

  it('compares backwards when asked to', async () => {
    const { body } = await page('ru', 'from=2&to=1&view=inline&language=ru');
    expect(heard(body)).toContain('‹исключено:›пять‹конец исключенного›‹добавлено:›пятнадцать‹конец добавленного›');
  });

  it.each(['from=1&to=3', 'from=0', 'to=x', 'to=1.5', 'to=99999999999', 'from=-1', 'to=%00'])(
    'answers 404 to %s',
    async (query) => expect((await page('kk', query)).statusCode).toBe(404),
  );

  it.each([
    'page=x',
    'page=-4',
    'page=9999999',
    'view=%3Cx%3E',
    'language=de',
    'text=&from=&to=',
    'clause=x',
    'view=side&view=inline',
  ])('passes over %s', async (query) => expect((await page('kk', query)).statusCode).toBe(200));

  it('escapes what a draft says', async () => {
    const evil = await revisedScene(portal);
    const clauses = revisedClauses(evil).map((clause) => ({
      ...clause,
      text: { kk: '<svg onload=alert(1)>', ru: '"\'&' },
    }));
    await saveVersion(portal, evil, clauses);
    await publishScene(portal, evil);
    const { body } = await page('kk', 'from=1&to=3&language=all', evil);
    expect(body).toContain('&lt;svg onload=alert(1)&gt;');
    expect(body).not.toContain('<svg onload');
  });
});

describe('what leads to the comparison', () => {
  it('is the page of the draft and of the results, once the report is published', async () => {
    for (const [path, name] of [
      ['', 'compare.link'],
      ['/report', 'compare.title'],
    ] as const) {
      const { body } = await portal.get(`/ru/discussions/${scene.discussionId}${path}`);
      expect(body).toMatch(new RegExp(`/ru/discussions/${scene.discussionId}/compare[^"]*">${translator('ru')(name)}`));
    }
  });

  it('is not the page of a draft that did not change', async () => {
    const same = await openScene(portal);
    await closeScene(portal, same);
    await publishScene(portal, same);
    const [draft, results] = [`/ru/discussions/${same.discussionId}`, `/ru/discussions/${same.discussionId}/report`];
    expect((await portal.get(draft)).body).not.toContain(translator('ru')('compare.link'));
    expect((await portal.get(results)).body).toContain(translator('ru')('results.draft-unchanged'));
  });

  it('is the answer that changed a clause: it leads to the clause (REQ-52)', async () => {
    const answered = await openScene(portal);
    const { number } = await sendRemark(portal, answered);
    await closeScene(portal, answered);
    await saveVersion(portal, answered, revisedClauses(answered));
    const [remark] = await portal.database.query<{ id: string }>('select id from remark where number = $1', [number]);
    const changedClause = answered.clauses[4] ?? '';
    await portal.app.get(DecideRemark, { strict: false }).execute(
      {
        remarkId: remark?.id ?? '',
        outcome: 'TAKEN_INTO_ACCOUNT',
        reasonCode: 'ACCEPTED',
        groundKk: 'Мерзім бес жұмыс күніне дейін қысқартылды.',
        groundRu: 'Срок сокращен до пяти рабочих дней.',
        changedClauses: [changedClause],
      },
      officerOf(answered.bodyId),
    );
    await publishScene(portal, answered);
    const results = await portal.get(`/kk/discussions/${answered.discussionId}/report`);
    const href = /href="([^"]*\/compare[^"]*clause=[^"]*)"/.exec(results.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(href).toMatch(new RegExp(`#change-${changedClause}$`));
    expect((await portal.get(href.split('#')[0] ?? '')).body).toContain(`id="change-${changedClause}"`);
  });
});

describe('a comparison with many changes', () => {
  it('is paged, fifty clauses at a time, and a clause is found on its page', async () => {
    const long = await openScene(portal);
    await closeScene(portal, long);
    const added = Array.from({ length: 104 }, (_, place) => ({
      lineageId: newId(),
      kind: 'CLAUSE' as const,
      level: 2,
      label: `${place + 10}.`,
      text: { kk: `Жаңа тармақ ${place}`, ru: `Новый пункт ${place}` },
    }));
    await saveVersion(portal, long, [...revisedClauses(long), ...added]);
    await publishScene(portal, long);
    const shown = (html: string) => (html.match(/<section class="talqy-change"/g) ?? []).length;
    const first = await page('ru', 'language=ru', long);
    expect(shown(first.body)).toBe(50);
    expect(first.body).toContain(translator('ru')('compare.range', { first: 1, last: 50, total: 108 }));
    const next = (html: string) => /href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    const second = await portal.get(next(first.body) ?? '');
    const third = await portal.get(next(second.body) ?? '');
    expect([shown(second.body), shown(third.body), next(third.body)]).toEqual([50, 8, undefined]);
    expect(third.body).toContain('Новый пункт 103');
    const found = await page('ru', `clause=${added[60]?.lineageId}`, long);
    expect(found.body).toContain(translator('ru')('compare.range', { first: 51, last: 100, total: 108 }));
  });
});
