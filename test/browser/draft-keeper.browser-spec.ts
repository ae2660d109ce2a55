import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import type { BrowserContext } from 'playwright-core';
import { draftingScene } from '../../apps/portal/test/drafting-scene.js';
import { browserBed } from './browser-bed.js';
import { kept, until } from './kept-drafts.js';
import { officerAtDesk } from './officer-at-desk.js';

const bed = browserBed();
const t = translator('kk');

async function atDesk() {
  const scene = await draftingScene(bed.portal);
  const { page } = await officerAtDesk(bed.browser, bed.base, scene.officer, { language: 'kk', width: 1280 });
  return { context: page.context(), address: `${bed.base}/kk/officer/procedures/${scene.procedureId}/text` };
}

/** The editor in a tab of its own, left without a question. */
async function editor(context: BrowserContext, address: string) {
  const tab = await context.newPage();
  tab.on('dialog', (dialog) => void dialog.accept());
  await tab.goto(address);
  return tab;
}

const holds = async (context: BrowserContext, text: string) => {
  const encoded = new URLSearchParams({ text }).toString().slice('text='.length);
  return (await kept(context)).some((value) => value.includes(encoded));
};

describe('what is typed in a draft', () => {
  it('is still offered after more was typed beside the offer, whatever the buttons gave back', async () => {
    const { context, address } = await atDesk();
    const yesterday = await editor(context, address);
    await yesterday.locator('#text-2-kk').fill('Кешегі');
    await until(() => holds(context, 'Кешегі'));
    await yesterday.close();

    const today = await editor(context, address);
    await today.locator('#kept-restore').waitFor();
    await today.locator('button[value="add-2"]').click();
    await today.locator('#row-6').waitFor();
    await today.locator('#text-3-kk').fill('Бүгінгі');
    await until(() => holds(context, 'Бүгінгі'));
    expect([await holds(context, 'Кешегі'), (await kept(context)).length]).toEqual([true, 2]);
    await today.close();

    const later = await editor(context, address);
    await later.locator('#kept-drop').click();
    await later.locator('#kept-restore').click();
    await later.locator('form[data-unsaved]').waitFor();
    expect(await later.locator('#text-2-kk').inputValue()).toBe('Кешегі');
    await later.locator('#text-2-kk').fill('Кешегіден кейінгі');
    await until(() => holds(context, 'Кешегіден кейінгі'));
    expect(await kept(context)).toHaveLength(1);
    await later.locator('button[value="save"]').first().click();
    await later.getByText(t('drafting.saved', { number: 2 })).waitFor();
    expect(await kept(context)).toEqual([]);
    await context.close();
  });

  it('is warned of before it is left, and said not to be kept, where the browser keeps nothing', async () => {
    const { context, address } = await atDesk();
    await context.addInitScript(`for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`);
    const tab = await context.newPage();
    const warnings: string[] = [];
    tab.on('dialog', (dialog) => {
      warnings.push(dialog.type());
      void dialog.accept();
    });
    await tab.goto(address);
    await tab.getByText(t('drafting.kept-not')).waitFor();
    await tab.locator('button[value="add-2"]').click();
    await tab.locator('#row-6').waitFor();
    await tab.locator('#text-3-kk').fill('Сақталмаған');
    await tab.getByText(t('drafting.kept-not')).waitFor();
    expect(warnings).toEqual([]);
    await tab.reload();
    expect(warnings).toEqual(['beforeunload']);
    await context.close();
  });
});
