import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { png } from '../../apps/portal/test/multipart-form.js';
import { openScene } from '../../apps/portal/test/scene.js';
import { officerAtDesk } from './officer-at-desk.js';
import { browserBed } from './browser-bed.js';
import { type Visitor } from './visitor.js';

const bed = browserBed();

const today = () => new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);

async function typeIn(officer: Visitor, language: 'kk' | 'ru'): Promise<void> {
  const t = translator(language);
  await officer.choose(t('entry.channel.PAPER'));
  await officer.fill(t('entry.registration'), 'ЖТ-2026/17-«б»');
  await officer.page.locator('#arrivalDay').fill(today().split('-').toReversed().join('.'));
  await officer.choose(t('author.kind.individual'));
  await officer.page.locator('#name').fill('Құпия Атауы');
  await officer.choose(t('draft.whole'));
  await officer.choose(t('remark.kind.remark'));
  await officer.page.locator('#text').fill('Мерзім тым ұзақ: он бес күн орнына бес күн жеткілікті.');
  await officer.page.locator('#language').check();
  await officer.page.locator('#scans').setInputFiles({ name: 'хат.png', mimeType: 'image/png', buffer: png });
}

describe('a letter on paper (REQ-41)', () => {
  it.each([
    ['kk', 1280],
    ['ru', 320],
  ] as const)('%s, %d px: is typed in by one official and confirmed by another', async (language, width) => {
    const t = translator(language);
    const scene = await openScene(bed.portal);
    const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language, width });
    await officer.follow(new RegExp(t('entry.list-title')));
    await officer.isAt(t('entry.list-title'));
    await officer.follow(t('entry.view.all'));
    await officer.isAt(t('entry.list-title'));
    await officer.page.getByRole('button', { name: t('entry.new') }).click();
    await officer.isAt(t('entry.new'));
    await officer.press(t('entry.submit'));
    await officer.isAt(t('entry.new'));
    expect(await officer.text()).toContain(t('entry.fault-channel'));
    await typeIn(officer, language);
    await officer.press(t('entry.submit'));
    await officer.isAt(t('entry.title', { registration: 'ЖТ-2026/17-«б»' }));
    expect(await officer.text()).toContain(t('entry.own-note'));
    await officer.leave();

    const second = await officerAtDesk(bed.browser, bed.base, scene.signer, { language, width });
    await second.follow(new RegExp(t('entry.list-title')));
    await second.isAt(t('entry.list-title'));
    await second.follow('ЖТ-2026/17-«б»');
    await second.isAt(t('entry.title', { registration: 'ЖТ-2026/17-«б»' }));
    expect(await second.text()).toContain(t('entry.backdated', { days: 0 }));
    await second.press(t('entry.confirm'));
    await second.isAt(t('entry.title', { registration: 'ЖТ-2026/17-«б»' }));
    expect(await second.text()).toContain(t('receipt.on-time'));
    await second.follow(t('entry.open-remark'));
    await second.isAt(/[0-9A-Z]{4}-/);
    await second.leave();
  });
});
