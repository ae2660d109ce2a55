import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { draftingScene } from '../../apps/portal/test/drafting-scene.js';
import { standardKk, standardRu, wordFile } from '../../libs/drafting/src/testing/index.js';
import { browserBed } from './browser-bed.js';
import { kept, until } from './kept-drafts.js';
import { officerAtDesk } from './officer-at-desk.js';

const bed = browserBed();

const docx = async (text: string, language: 'kk' | 'ru') => ({
  name: `${language}.docx`,
  mimeType: 'application/octet-stream',
  buffer: await wordFile(text, language),
});

describe('an officer drafts in the portal', () => {
  it.each([
    ['kk', 1280],
    ['ru', 320],
  ] as const)('%s, %d px: begins, imports, edits, previews and places', async (language, width) => {
    const t = translator(language);
    const scene = await draftingScene(bed.portal);
    const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language, width });
    const { page } = officer;
    await officer.follow(t('drafting.list'));
    await officer.isAt(t('drafting.list'));
    await page.getByRole('button', { name: t('drafting.new') }).click();
    await officer.isAt(t('drafting.new'));
    await officer.press(t('drafting.open'));
    await officer.isAt(t('drafting.new'));
    expect(await officer.text()).toContain(t('drafting.kind-missing'));
    await officer.choose(t('list.kind-other'));
    await officer.fill(t('drafting.title-kk'), 'Мұрағат ережесі');
    await officer.fill(t('drafting.title-ru'), 'Правила архива');
    await page.locator('#profileFamily').selectOption('kz-126-by-decision');
    await officer.press(t('drafting.open'));
    const title = language === 'kk' ? 'Мұрағат ережесі' : 'Правила архива';
    await officer.isAt(title);
    expect(await officer.text()).toContain(t('place.refusal-no-text', { clause: 'R8.1', where: '', language: '' }));

    await officer.follow(t('drafting.import'));
    await officer.isAt(t('drafting.import'));
    await page.locator('#kk').setInputFiles(await docx(standardKk, 'kk'));
    await page.locator('#ru').setInputFiles(await docx(standardRu.replace(/^3-1.*\n/m, ''), 'ru'));
    await officer.press(t('drafting.import-look'));
    await officer.isAt(t('drafting.read'));
    expect(await officer.text()).toContain(t('drafting.seen.no-counterpart', { lackedBy: t('language.ru') }));
    await officer.follow(t('drafting.import'));
    await page.locator('#kk').setInputFiles(await docx(standardKk, 'kk'));
    await page.locator('#ru').setInputFiles(await docx(standardRu, 'ru'));
    await officer.press(t('drafting.import-look'));
    await officer.isAt(t('drafting.read'));
    await officer.press(t('drafting.save'));
    await officer.isAt(title);
    expect(await officer.text()).toContain(t('drafting.obstacles-none'));

    await officer.follow(t('drafting.edit'));
    await officer.isAt(t('drafting.edit'));
    await page.locator('#text-2-ru').fill('');
    await page.locator('button[value="add-14"]').click();
    await officer.isAt(t('drafting.edit'));
    // The keyboard goes on in the new clause.
    await page.keyboard.type('8.');
    await page.locator('#text-15-kk').fill('Осы ереже жарияланған күнінен бастап күшіне енеді.');
    await page.locator('#text-15-ru').fill('Правила вводятся в действие со дня опубликования.');
    await officer.page.locator('button[value="save"]').first().click();
    await officer.isAt(t('drafting.edit'));
    expect(await officer.text()).toContain(t('drafting.saved', { number: 2 }));
    await officer.follow(t('desk.dossier'));
    await officer.isAt(title);
    expect(await officer.text()).toContain(t('drafting.obstacles'));
    await officer.follow(new RegExp(t('drafting.obstacle-mend')));
    expect(new URL(page.url()).hash).toBe('#text-2-ru');
    await page.locator('#text-2-ru').fill('Государственная услуга «Выдача архивной справки».');
    await page.locator('button[value="preview"]').click();
    await officer.isAt(t('drafting.preview'));
    expect(await officer.text()).toContain('Правила вводятся в действие со дня опубликования.');
    await officer.press(t('drafting.preview-back'));
    await officer.isAt(t('drafting.edit'));
    await officer.page.locator('button[value="save"]').first().click();
    await officer.isAt(t('drafting.edit'));
    await officer.follow(t('desk.dossier'));
    expect(await officer.text()).toContain(t('drafting.obstacles-none'));
    await officer.follow(t('drafting.preview'));
    await officer.isAt(t('drafting.preview'));
    await officer.follow(t('desk.dossier'));
    const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    for (const channel of ['EGOV_PORTAL', 'OWN_RESOURCE']) {
      await page.locator(`#url-${channel}`).fill(`https://${channel.toLowerCase().replace('_', '-')}.example.kz/1`);
      await page.locator(`#placedAt-${channel}`).fill(yesterday);
    }
    await officer.press(t('place.submit'));
    await officer.isAt(language === 'kk' ? /мұрағат/i : /архив/i);
    expect(new URL(page.url()).pathname).toMatch(/\/discussions\/[0-9a-f-]+$/);
    await officer.leave();
  });

  it('has back what was typed when the tab was closed, warns before it is left, and forgets it once saved', async () => {
    const t = translator('kk');
    const scene = await draftingScene(bed.portal);
    const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language: 'kk', width: 1280 });
    const address = `/kk/officer/procedures/${scene.procedureId}/text`;
    const context = officer.page.context();
    await officer.open(address);
    await officer.page.locator('button[value="add-2"]').click();
    await officer.page.locator('#text-3-kk').fill('Жабылған қойындыда терілген мәтін.');
    await until(async () => (await kept(context)).some((value) => value.includes('text-3-kk=%D0%96')));
    const warned = new Promise<string>((resolve) =>
      officer.page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.accept();
      }),
    );
    await officer.page.close({ runBeforeUnload: true });
    expect(await warned).toBe('beforeunload');
    const tab = await context.newPage();
    await tab.goto(bed.base + address);
    expect(await tab.locator('#text-3-kk').inputValue()).not.toContain('Жабылған');
    await tab.getByRole('button', { name: t('drafting.kept-restore') }).click();
    await tab.locator('#row-6').waitFor();
    expect(await tab.locator('#text-3-kk').inputValue()).toBe('Жабылған қойындыда терілген мәтін.');
    await tab.locator('button[value="save"]').first().click();
    await tab.getByText(t('drafting.saved', { number: 2 })).waitFor();
    expect(await kept(context)).toEqual([]);
    expect(await tab.locator('#kept').isHidden()).toBe(true);

    await tab.locator('#text-3-ru').fill('Қажет емес мәтін.');
    await until(async () => (await kept(context)).length === 1);
    tab.on('dialog', (dialog) => void dialog.accept());
    await tab.reload();
    await tab.getByRole('button', { name: t('drafting.kept-drop') }).click();
    expect(await kept(context)).toEqual([]);
    expect(await tab.locator('#kept').isHidden()).toBe(true);

    await tab.locator('#text-3-ru').fill('Шыққанда ұмытылатын мәтін.');
    await until(async () => (await kept(context)).length === 1);
    await tab.getByRole('button', { name: t('nav.sign-out') }).click();
    await tab.waitForURL(/\/kk\/$/);
    expect(await kept(context)).toEqual([]);
    await context.close();
  });

  it('works without scripts', async () => {
    const t = translator('ru');
    const scene = await draftingScene(bed.portal);
    const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language: 'ru', width: 320 });
    const state = await officer.page.context().storageState();
    await officer.leave();
    const context = await bed.browser.newContext({ javaScriptEnabled: false, storageState: state });
    const page = await context.newPage();
    await page.goto(`${bed.base}/ru/officer/procedures/${scene.procedureId}/text`);
    await page.locator('#text-5-ru').fill('Срок – десять рабочих дней.');
    await page.locator('#row-5 summary').click();
    await page.locator('button[value="up-5"]').click();
    expect(await page.locator('#text-4-ru').inputValue()).toBe('Срок – десять рабочих дней.');
    await page.locator('button[value="save"]').first().click();
    await page.getByText(t('drafting.saved', { number: 2 })).waitFor();
    await context.close();
  });
});
