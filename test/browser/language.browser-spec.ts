import { expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { png } from '../../apps/portal/test/multipart-form.js';
import { draftingScene } from '../../apps/portal/test/drafting-scene.js';
import { closedScene } from '../../apps/portal/test/report-scene.js';
import { openScene, type Scene } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { officerAtDesk } from './officer-at-desk.js';
import { nameSender } from './remark-journey.js';
import { Visitor } from './visitor.js';

let scene: Scene;
const bed = browserBed(async ({ portal }) => {
  scene = await openScene(portal);
});

const [kk, ru] = [translator('kk'), translator('ru')];
const phone = { viewport: { width: 320, height: 640 } };
const switchTo = (visitor: Visitor, name: string) =>
  visitor.page.getByRole('navigation', { name: /Тіл|Язык/ }).getByRole('button', { name, exact: true });

it.each([
  ['with scripts', phone],
  ['without', { ...phone, javaScriptEnabled: false }],
] as const)('%s: the language of the form for a remark changes, and every answer stays', async (_, options) => {
  const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: 'kk', ...options });
  const { page } = visitor;
  await visitor.open(`/kk/discussions/${scene.discussionId}/remark?clause=${scene.clauses[4]}`);
  await visitor.page.getByRole('checkbox').nth(2).check();
  await switchTo(visitor, 'Русский').click();
  await visitor.isAt(ru('remark.anchors'));
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
  await visitor.press(ru('steps.next'));
  await visitor.choose(ru('remark.kind.remark'));
  await visitor.fill(ru('remark.text'), 'Мерзім тым ұзақ.');
  await switchTo(visitor, 'Қазақша').click();
  await visitor.isAt(kk('steps.words'));
  expect(await page.getByLabel(kk('remark.text')).inputValue()).toBe('Мерзім тым ұзақ.');
  await visitor.press(kk('steps.next'));
  await page.locator('#files').setInputFiles({ name: 'сурет.png', mimeType: 'image/png', buffer: png });
  await switchTo(visitor, 'Русский').click();
  await visitor.isAt(ru('remark.attachments'));
  expect(await page.getByRole('checkbox', { name: 'сурет.png' }).isChecked()).toBe(true);
  await visitor.press(ru('steps.next'));
  await nameSender(visitor, 'ru');
  await switchTo(visitor, 'Қазақша').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: kk('remark.author') }).waitFor();
  await visitor.isAt(kk('remark.author'));
  expect(await page.getByLabel(kk('remark.author-name')).inputValue()).toBe('Құпия Атауы');
  // Enter in a field goes on, and does not change the language.
  await page.getByLabel(kk('remark.email')).press('Enter');
  await page.getByRole('heading', { level: 1, name: kk('remark.public-title') }).waitFor();
  await visitor.press(kk('steps.next'));
  await switchTo(visitor, 'Русский').click();
  await visitor.isAt(ru('steps.check'));
  expect(await visitor.text()).toContain('сурет.png');
  await visitor.press(ru('remark.submit'));
  await page.waitForURL(/\/ru\/.*\/receipt$/);
  await visitor.leave();
});

it('the switch looks the same as a link and within a form', async () => {
  const visitor = await Visitor.arrive(bed.browser, bed.base, { viewport: { width: 1280, height: 900 } });
  const box = (role: 'link' | 'button') =>
    visitor.page
      .getByRole('navigation', { name: 'Тіл' })
      .getByRole(role, { name: 'Русский' })
      .evaluate((element) => {
        const { x, y, width, height } = (
          element as { getBoundingClientRect(): Record<string, number> }
        ).getBoundingClientRect();
        return [x, y, width, height].map((each) => Math.round(each ?? 0));
      });
  await visitor.open(`/kk/discussions/${scene.discussionId}`);
  const link = await box('link');
  await visitor.open(`/kk/discussions/${scene.discussionId}/remark`);
  expect(await box('button')).toEqual(link);
  await visitor.leave();
});

it('the language of a draft that is being written changes, and the draft is not saved for it', async () => {
  const drafting = await draftingScene(bed.portal);
  const officer = await officerAtDesk(bed.browser, bed.base, drafting.officer, { language: 'kk', width: 1280 });
  await officer.open(`/kk/officer/procedures/${drafting.procedureId}/text`);
  await officer.page.locator('#text-3-ru').fill('Половина мысли');
  await switchTo(officer, 'Русский').click();
  await officer.isAt(ru('drafting.edit'));
  expect(await officer.page.locator('#text-3-ru').inputValue()).toBe('Половина мысли');
  expect(await officer.text()).toContain(ru('drafting.edit-unsaved'));
  await officer.page.locator('#text-3-ru').press('Tab');
  await officer.leave();
});

it('of several forms on a page the one that was typed in last goes along with the language', async () => {
  const closed = await closedScene(bed.portal, 'Мерзім тым ұзақ.');
  const officer = await officerAtDesk(bed.browser, bed.base, closed.officer, { language: 'kk', width: 1280 });
  const { page } = officer;
  await officer.open(`/kk/officer/remarks/${closed.numbers[0]}`);
  await page.getByLabel(kk('decide.ground-kk')).fill('Жарты негіз');
  await page.getByLabel(kk('work.note')).fill('Жарты ой');
  await switchTo(officer, 'Русский').click();
  await page.getByLabel(ru('work.note')).waitFor();
  await officer.isAt(new RegExp(closed.numbers[0] ?? ''));
  expect(await page.getByLabel(ru('work.note')).inputValue()).toBe('Жарты ой');
  await page.getByLabel(ru('decide.ground-kk')).fill('Жарты негіз');
  await switchTo(officer, 'Қазақша').click();
  await page.getByLabel(kk('decide.ground-kk')).waitFor();
  expect(await page.getByLabel(kk('decide.ground-kk')).inputValue()).toBe('Жарты негіз');
  await officer.leave();
});

it('a short form keeps what was typed, and Enter in it sends it and changes no language', async () => {
  const drafting = await draftingScene(bed.portal);
  const officer = await officerAtDesk(bed.browser, bed.base, drafting.officer, { language: 'ru', width: 320 });
  const { page } = officer;
  await officer.open('/ru/officer/procedures/new');
  await officer.choose(ru('list.kind-other'));
  await page.getByLabel(ru('drafting.title-ru')).fill('Проект правил');
  await switchTo(officer, 'Қазақша').click();
  await page.getByRole('heading', { level: 1, name: kk('drafting.new') }).waitFor();
  await officer.isAt(kk('drafting.new'));
  expect(await page.getByLabel(kk('drafting.title-ru')).inputValue()).toBe('Проект правил');
  await page.getByLabel(kk('drafting.title-kk')).fill('Ереже жобасы');
  await page.getByLabel(kk('drafting.title-kk')).press('Enter');
  await page.waitForURL(/\/kk\/officer\/procedures\/[0-9a-f-]{36}$/);
  await officer.leave();
});
