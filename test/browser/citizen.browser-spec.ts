import { describe, expect, it } from '@jest/globals';
import { type Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import type { BrowserContextOptions } from 'playwright-core';
import { endTerm, openScene, type Scene } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { writeRemark } from './remark-journey.js';
import { Visitor } from './visitor.js';

let scene: Scene;
const bed = browserBed(async ({ portal }) => {
  scene = await openScene(portal);
});

const titles = { kk: /Мұрағаттық анықтама/, ru: /архивной справки/ };

/** List → draft → remark at a clause → receipt → own remark → check, on whatever the visitor looks with. */
async function journey(language: 'kk' | 'ru', options: BrowserContextOptions): Promise<void> {
  const t = translator(language);
  const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: language, ...options });
  await visitor.open('/');
  await visitor.isAt(t('start.title'));
  await visitor.follow(titles[language]);
  await visitor.isAt(titles[language]);
  expect(await visitor.text()).toMatch(/24:00[\s\S]*UTC\+5/);
  await visitor.press(t('draft.read-text'));
  await visitor.isAt(titles[language]);
  await visitor.page
    .locator(`#clause-${scene.clauses[4]}`)
    .getByRole('link', { name: t('draft.remark') })
    .click();
  await writeRemark(visitor, language, 'Мерзім тым ұзақ: он бес күн орнына бес күн жеткілікті.');
  await visitor.press(t('remark.submit'));
  await visitor.isAt(t('receipt.title'));
  const number = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-[0-9A-Z]/.exec(await visitor.text())?.[0] ?? '';
  await visitor.page.locator('a.talqy-code').click();
  await visitor.isAt(t('own.title', { number }));
  await visitor.follow(t('nav.check-receipt'));
  await visitor.isAt(t('receipt.check-title'));
  await visitor.fill(t('receipt.check-number'), number.toLowerCase());
  await visitor.press(t('receipt.check-submit'));
  await visitor.isAt(t('receipt.check-title'));
  expect(await visitor.text()).toContain(t('receipt.check-found'));
  await visitor.leave();
}

const phone = { viewport: { width: 320, height: 640 } };
const desktop = { viewport: { width: 1280, height: 900 } };

describe('a citizen', () => {
  it.each([
    ['kk', 'at a desk', desktop],
    ['ru', 'at a desk', desktop],
    ['kk', 'on a phone of 320 px', phone],
    ['ru', 'on a phone of 320 px', phone],
    ['kk', 'with scripts off, on a phone', { ...phone, javaScriptEnabled: false }],
    ['ru', 'with scripts off', { ...desktop, javaScriptEnabled: false }],
  ] as const)('%s, %s: reads a draft, sends a remark, keeps and checks the receipt', (language, _, options) =>
    journey(language, options),
  );

  it('by keyboard alone: the skip link, and Enter in the form', async () => {
    const visitor = await Visitor.arrive(bed.browser, bed.base, desktop);
    await visitor.open('/kk/receipts');
    await visitor.page.keyboard.press('Tab');
    expect(await visitor.page.locator(':focus').innerText()).toBe(translator('kk')('site.skip'));
    await visitor.page.keyboard.press('Enter');
    await visitor.page.keyboard.press('Tab');
    await visitor.page.keyboard.type('7K3M-9QXA-04TB-ZZ1N-0');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.waitForURL(/number=/);
    expect(await visitor.text()).toContain(translator('kk')('receipt.check-unknown'));
    await visitor.leave();
  });

  it('whose remark comes after the close reads why, with both instants (R8.4)', async () => {
    const late = await openScene(bed.portal);
    for (const language of ['kk', 'ru'] as const satisfies Language[]) {
      const t = translator(language);
      const visitor = await Visitor.arrive(bed.browser, bed.base, phone);
      await bed.portal.database.query(
        `update discussion set close_at = clock_timestamp() + interval '59 minutes' where id = $1`,
        [late.discussionId],
      );
      await visitor.open(`/${language}/discussions/${late.discussionId}/remark?clause=${late.clauses[1]}`);
      await writeRemark(visitor, language, 'Кешіккен ұсыныс');
      expect(await visitor.text()).toContain(t('steps.hurry'));
      await endTerm(bed.portal, late);
      await visitor.press(t('remark.submit'));
      await visitor.isAt(t('late.title'));
      expect((await visitor.text()).match(/\.\d{6}\+05:00/g)).toHaveLength(2);
      await visitor.open(`/${language}/discussions/${late.discussionId}`);
      await visitor.isAt(titles[language]);
      await visitor.open(`/${language}/discussions/${late.discussionId}/report`);
      await visitor.isAt(t('results.title'));
      await visitor.leave();
    }
  });

  it('whose address is wrong reads so, in each language', async () => {
    const visitor = await Visitor.arrive(bed.browser, bed.base, phone);
    for (const language of ['kk', 'ru', 'en'] as const) {
      await visitor.open(`/${language}/nothing`);
      await visitor.isAt(translator(language)('not-found.title'));
    }
    await visitor.leave();
  });
});
