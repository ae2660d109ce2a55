import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { daysAgo } from '../../apps/portal/test/letter-scene.js';
import { closedScene, savedSheet } from '../../apps/portal/test/sheet-scene.js';
import { answerIn, fillTemplate, saying } from '../../libs/sheets/src/testing/index.js';
import { browserBed } from './browser-bed.js';
import { officerAtDesk } from './officer-at-desk.js';

const bed = browserBed();

const xlsx = (buffer: Buffer) => ({ name: 'кесте.xlsx', mimeType: 'application/octet-stream', buffer });

describe('sheets that come back', () => {
  it.each([
    ['kk', 1280],
    ['ru', 320],
  ] as const)('%s, %d px: decisions are looked at and applied', async (language, width) => {
    const t = translator(language);
    const scene = await closedScene(bed.portal, 3);
    const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language, width });
    await officer.follow(new RegExp(t('desk.queue')));
    await officer.follow(t('sheet.page-title'));
    await officer.isAt(t('sheet.page-title'));
    const [saved] = await Promise.all([officer.page.waitForEvent('download'), officer.press(t('sheet.download'))]);
    expect(saved.suggestedFilename()).toMatch(/^talqy-\d+-\d{4}-\d{2}-\d{2}\.xlsx$/);
    await officer.press(t('sheet.upload'));
    await officer.isAt(t('sheet.page-title'));
    expect(await officer.text()).toContain(t('sheet.file-missing'));
    const sheet = answerIn(await savedSheet(bed.portal, scene), 2, { observations: 'Көрші тармақпен салыстыру' });
    sheet.type(3, 'reason', { formula: '1+1', shows: '2' });
    await officer.page.locator('#sheet').setInputFiles(xlsx(await sheet.save()));
    await officer.press(t('sheet.upload'));
    await officer.isAt(t('sheet.plan-title'));
    await officer.follow(t('sheet.count.ERROR', { count: 1 }));
    await officer.isAt(t('sheet.plan-title'));
    expect(await officer.text()).toContain(t('sheet.fault.formula'));
    await officer.press(t('sheet.apply'));
    await officer.isAt(t('sheet.plan-title'));
    expect(await officer.text()).toContain(t('sheet.done', { added: 1, changed: 0, notes: 1 }));
    expect(await officer.text()).toContain(t('sheet.left-out', { conflict: 0, error: 1 }));
    await officer.leave();
  });

  it.each([
    ['kk', 320],
    ['ru', 1280],
  ] as const)('%s, %d px: the remarks of an organisation are looked at and entered', async (language, width) => {
    const t = translator(language);
    const scene = await closedScene(bed.portal, 1);
    const id = scene.discussionId;
    await bed.portal.database.query(`update discussion set open_at = open_at - interval '3 days' where id = $1`, [id]);
    const template = (await bed.portal.get(`/ru/discussions/${id}/remarks.xlsx`)).rawPayload;
    const content = await fillTemplate(template, [saying('Срок'), saying('Срок'), saying('Форма', { clause: null })]);
    const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language, width });
    await officer.follow(new RegExp(t('entry.list-title')));
    await officer.follow(t('sheet.intake.page-title'));
    await officer.isAt(t('sheet.intake.page-title'));
    await officer.page.locator('#sheet').setInputFiles(xlsx(content));
    await officer.press(t('sheet.upload'));
    await officer.isAt(t('sheet.intake.page-title'));
    expect(await officer.text()).toContain(t('sheet.intake.kept', { name: 'кесте.xlsx' }));
    await officer.choose(t('entry.channel.EMAIL'));
    await officer.page.locator('#registration').fill('ЗТ-2026/77');
    await officer.page.locator('#arrivalDay').fill(daysAgo(1));
    await officer.page.locator('input[name="language"][value="ru"]').check();
    await officer.press(t('sheet.upload'));
    await officer.isAt(t('sheet.plan-title'));
    expect(await officer.text()).toContain(t('sheet.intake.repeated', { row: 2 }));
    await officer.press(t('sheet.intake.apply'));
    await officer.isAt(t('sheet.plan-title'));
    expect(await officer.text()).toContain(t('sheet.intake.done', { count: 2 }));
    await officer.leave();
  });
});
