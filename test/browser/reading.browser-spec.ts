import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import type { BrowserContextOptions } from 'playwright-core';
import { publishScene, revisedScene } from '../../apps/portal/test/revised-scene.js';
import { openScene, type Scene, sendRemark } from '../../apps/portal/test/scene.js';
import { nameSection, putUnderService } from '../../apps/portal/test/topic-scene.js';
import { browserBed } from './browser-bed.js';
import { Visitor } from './visitor.js';

const topics = { kk: 'Мұрағаттар мен құжаттар', ru: 'Архивы и документы' };
let scene: Scene;
const bed = browserBed(async ({ portal }) => {
  scene = await openScene(portal);
  await nameSection(portal, '004', topics.kk, topics.ru);
  await putUnderService(portal, scene, '00403005');
  await publishScene(portal, await revisedScene(portal));
  await sendRemark(portal, scene);
});

const titles = { kk: /Мұрағаттық анықтама/, ru: /архивной справки/ };
const words = { kk: 'мурагаттык', ru: 'архивные справки' };

/** Start → search → draft → text → clause, and the board, the body and the steady pages, on whatever the visitor looks with. */
async function journey(language: 'kk' | 'ru', options: BrowserContextOptions): Promise<void> {
  const t = translator(language);
  const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: language, ...options });
  await visitor.open(`/${language}`);
  await visitor.isAt(t('start.title'));
  await visitor.fill(t('list.search'), words[language]);
  await visitor.press(t('list.search-submit'));
  await visitor.isAt(t('list.title'));
  expect(await visitor.text()).toContain(t('list.count', { count: 2 }));
  await visitor.follow(t('list.open'));
  await visitor.isAt(t('list.title'));
  expect(await visitor.text()).toContain(t('list.count', { count: 1 }));
  await visitor.follow(titles[language]);
  await visitor.isAt(titles[language]);
  expect(await visitor.text()).toMatch(/24:00[\s\S]*UTC\+5/);
  await visitor.press(t('draft.read-text'));
  await visitor.isAt(titles[language]);
  await visitor.follow(t('text.both'));
  await visitor.isAt(titles[language]);
  await visitor.page.locator(`#clause-${scene.clauses[4]} a`).first().click();
  await visitor.isAt(t('draft.clause', { label: '3' }));
  expect(await visitor.text()).toContain('Мерзім тым ұзақ.');
  await visitor.follow(t('nav.clock'));
  await visitor.isAt(t('clock.title'));
  await visitor.open(`/${language}/bodies/${scene.bodyId.slice(-12)}`);
  await visitor.isAt(/Мұрағат|архив/);
  for (const [path, title] of [
    ['help', 'about.help.title'],
    ['accessibility', 'about.accessibility.title'],
    ['privacy', 'about.privacy.title'],
  ] as const) {
    await visitor.open(`/${language}/${path}`);
    await visitor.isAt(t(title));
  }
  await visitor.leave();
}

const phone = { viewport: { width: 360, height: 740 } };
const desktop = { viewport: { width: 1280, height: 900 } };

/** From a draft to what else is discussed of its topic, and back to everything by the tag. */
async function byTopic(language: 'kk' | 'ru', options: BrowserContextOptions): Promise<void> {
  const t = translator(language);
  const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: language, ...options });
  await visitor.open(`/${language}/discussions/${scene.discussionId}`);
  await visitor.isAt(titles[language]);
  await visitor.follow(topics[language]);
  await visitor.isAt(t('list.title'));
  expect(await visitor.text()).toContain(t('list.count', { count: 1 }));
  await visitor.follow(new RegExp(`${t('draft.topic')}: ${topics[language]}`));
  await visitor.isAt(t('list.title'));
  expect(await visitor.text()).toContain(t('list.count', { count: 2 }));
  await visitor.page.locator('.talqy-search__more summary').click();
  await visitor.page.locator('#topic').selectOption({ label: topics[language] });
  await visitor.press(t('list.apply'));
  await visitor.isAt(t('list.title'));
  expect(await visitor.text()).toContain(t('list.count', { count: 1 }));
  await visitor.leave();
}

describe('a reader', () => {
  it.each([
    ['kk', 'at a desk', desktop],
    ['ru', 'at a desk in the dark', { ...desktop, colorScheme: 'dark' }],
    ['kk', 'on a phone in the dark', { ...phone, colorScheme: 'dark' }],
    ['ru', 'on a phone', phone],
    ['kk', 'on a phone of 360 px without scripts', { ...phone, javaScriptEnabled: false }],
    ['ru', 'on a phone of 360 px without scripts', { ...phone, javaScriptEnabled: false }],
    ['ru', 'in forced colours', { ...desktop, forcedColors: 'active' }],
  ] as const)('%s, %s: finds a draft and reads it clause by clause', (language, _, options) =>
    journey(language, options),
  );

  it.each([
    ['kk', 'at a desk', desktop],
    ['ru', 'on a phone of 320 px without scripts', { viewport: { width: 320, height: 640 }, javaScriptEnabled: false }],
  ] as const)('%s, %s: goes by the topic of a draft', (language, _, options) => byTopic(language, options));

  it('sees what is left of the term counted on, whatever the clock of the device says', async () => {
    const visitor = await Visitor.arrive(bed.browser, bed.base, desktop);
    await visitor.page.clock.install({ time: new Date('2001-01-01T00:00:00Z') });
    await visitor.open(`/en/discussions/${scene.discussionId}`);
    const line = visitor.page.locator('.talqy-countdown');
    const before = await line.innerText();
    expect(before).toMatch(/\d+ days/);
    await visitor.page.clock.fastForward('48:00:00');
    const days = (text: string) => Number(/(\d+) days/.exec(text)?.[1]);
    expect(days(before) - days(await line.innerText())).toBeGreaterThanOrEqual(1);
    await visitor.leave();
  });
});
