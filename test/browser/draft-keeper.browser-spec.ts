import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { draftingScene } from '../../apps/portal/test/drafting-scene.js';
import { browserBed } from './browser-bed.js';
import { officerAtDesk } from './officer-at-desk.js';

const bed = browserBed();
const t = translator('kk');

async function atDesk() {
  const scene = await draftingScene(bed.portal);
  const { page } = await officerAtDesk(bed.browser, bed.base, scene.officer, { language: 'kk', width: 1280 });
  return { context: page.context(), address: `${bed.base}/kk/officer/procedures/${scene.procedureId}/text` };
}

describe('what is typed in a draft', () => {
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
