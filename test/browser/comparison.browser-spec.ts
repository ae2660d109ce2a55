import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import type { BrowserContextOptions } from 'playwright-core';
import { publishScene, revisedScene } from '../../apps/portal/test/revised-scene.js';
import type { Scene } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { Visitor } from './visitor.js';

let scene: Scene;
const bed = browserBed(async ({ portal }) => {
  scene = await revisedScene(portal);
  await publishScene(portal, scene);
});

const titles = { kk: /Мұрағаттық анықтама/, ru: /архивной справки/ };
const phone = { viewport: { width: 320, height: 640 } };
const desktop = { viewport: { width: 1280, height: 900 } };

/** From the draft to what changed in it, side by side, as one text, and whole. */
async function journey(language: 'kk' | 'ru', options: BrowserContextOptions): Promise<void> {
  const t = translator(language);
  const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: language, ...options });
  await visitor.open(`/${language}/discussions/${scene.discussionId}`);
  await visitor.isAt(titles[language]);
  await visitor.follow(t('compare.link'));
  await visitor.isAt(t('compare.title'));
  expect(await visitor.text()).toContain(t('compare.count-added', { count: 1 }));
  await visitor.follow(new RegExp(`: ${t('compare.removed')}`));
  expect(visitor.page.url()).toContain(`#change-${scene.clauses[2]}`);
  await visitor.page.getByLabel(t('compare.view'), { exact: true }).selectOption('inline');
  await visitor.page.getByLabel(t('draft.text-language'), { exact: true }).selectOption('all');
  await visitor.press(t('compare.show'));
  await visitor.isAt(t('compare.title'));
  expect(await linesOf(visitor, 'del')).toContain('line-through');
  expect(await linesOf(visitor, 'ins')).toContain('underline');
  await visitor.follow(t('compare.show-whole'));
  await visitor.isAt(t('compare.title'));
  expect(await visitor.text()).toContain('Услуга «Выдача архивной справки».');
  await visitor.follow(t('receipt.to-draft'));
  await visitor.isAt(titles[language]);
  await visitor.leave();
}

/** How the first element of the kind is marked. */
const linesOf = (visitor: Visitor, name: 'del' | 'ins'): Promise<string> =>
  visitor.page.evaluate(`getComputedStyle(document.querySelector('${name}')).textDecorationLine`);

describe('a reader of the revised draft', () => {
  it.each([
    ['kk', 'at a desk', desktop],
    ['ru', 'at a desk', desktop],
    ['kk', 'on a phone of 320 px', phone],
    ['ru', 'on a phone of 320 px', phone],
    ['kk', 'with scripts off, on a phone', { ...phone, javaScriptEnabled: false }],
    ['ru', 'with scripts off', { ...desktop, javaScriptEnabled: false }],
  ] as const)('%s, %s: sees what changed', (language, _, options) => journey(language, options));

  it('sees two texts beside each other on a wide screen, one below the other on a phone', async () => {
    for (const [options, isBeside] of [
      [desktop, true],
      [phone, false],
    ] as const) {
      const visitor = await Visitor.arrive(bed.browser, bed.base, options);
      await visitor.open(`/ru/discussions/${scene.discussionId}/compare?view=side`);
      const sides = await visitor.page.locator('.talqy-sides').first().locator('.talqy-sides__side').all();
      const [left, right] = await Promise.all(sides.map((side) => side.boundingBox()));
      expect((right?.x ?? 0) > (left?.x ?? 0)).toBe(isBeside);
      expect((right?.y ?? 0) > (left?.y ?? 0)).toBe(!isBeside);
      await visitor.leave();
    }
  });

  it('asks for another view by keyboard alone', async () => {
    const visitor = await Visitor.arrive(bed.browser, bed.base, desktop);
    await visitor.open(`/kk/discussions/${scene.discussionId}/compare`);
    await visitor.page.locator('#view').focus();
    await visitor.page.keyboard.press('ArrowDown');
    for (let tab = 0; tab < 2; tab++) await visitor.page.keyboard.press('Tab');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.waitForURL(/view=inline/);
    await visitor.isAt(translator('kk')('compare.title'));
    await visitor.leave();
  });

  it('prints the changes without the form', async () => {
    const visitor = await Visitor.arrive(bed.browser, bed.base, desktop);
    await visitor.open(`/ru/discussions/${scene.discussionId}/compare`);
    await visitor.page.emulateMedia({ media: 'print' });
    expect(await visitor.page.locator('form').first().isVisible()).toBe(false);
    expect(await linesOf(visitor, 'del')).toContain('line-through');
    await visitor.leave();
  });
});
