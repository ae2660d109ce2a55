import { expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { closeScene, openScene, sendRemark } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { officerAtDesk } from './officer-at-desk.js';

const bed = browserBed();
const t = translator('kk');

async function atQueue(width: number) {
  const scene = await openScene(bed.portal);
  const numbers: string[] = [];
  for (const each of ['Бірінші', 'Екінші', 'Үшінші'])
    numbers.push((await sendRemark(bed.portal, scene, `${each} ескерту.`)).number);
  await closeScene(bed.portal, scene);
  const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language: 'kk', width });
  await officer.open(`/kk/officer/discussions/${scene.discussionId}/queue`);
  return { officer, numbers, keys: officer.page.keyboard };
}

it('an officer works through the queue by the keyboard alone, and may turn its letters off', async () => {
  const { officer, numbers, keys } = await atQueue(1280);
  const focused = () => officer.page.locator(':focus').innerText();
  const heading = (index: number) => officer.page.getByRole('heading', { level: 1, name: numbers[index] }).waitFor();
  await keys.press('j');
  expect(await focused()).toBe(numbers[0]);
  await keys.press('j');
  await keys.press('x');
  expect(await officer.page.getByLabel(t('work.choose', { number: numbers[1] ?? '' })).isChecked()).toBe(true);
  await keys.press('k');
  await keys.press('Enter');
  await heading(0);
  // The key between J and L on every layout: on the Russian one the letter is another.
  await officer.page.locator('body').dispatchEvent('keydown', { code: 'KeyJ', key: 'о' });
  await heading(1);
  await keys.press('c');
  await officer.page.getByText(t('work.claimed')).waitFor();
  await keys.press('n');
  await keys.type('jjk');
  expect(await officer.page.getByLabel(t('work.note'), { exact: true }).inputValue()).toBe('jjk');
  await officer.page.getByLabel(t('work.note'), { exact: true }).blur();
  await keys.press('d');
  expect(await officer.page.locator('#decision :focus').count()).toBe(1);
  await officer.page.getByText(t('keys.title'), { exact: true }).click();
  await officer.isAt(new RegExp(numbers[1] ?? ''));
  await officer.press(t('keys.turn-off'));
  await keys.press('j');
  await officer.page.reload();
  await officer.page.getByText(t('keys.title'), { exact: true }).click();
  await officer.press(t('keys.turn-on'));
  await keys.press('k');
  await heading(0);
  await keys.press('u');
  await officer.isAt(t('queue.title'));
  await officer.leave();
});

it.each([
  [1280, true],
  [1000, false],
])('%d px: what stands around a remark in the queue is beside it: %s', async (width, isBeside) => {
  const { officer, numbers } = await atQueue(width);
  await officer.follow(numbers[1] ?? '');
  await officer.isAt(new RegExp(numbers[1] ?? ''));
  const around = officer.page.getByRole('navigation', { name: t('decide.around') });
  expect(await around.isVisible()).toBe(isBeside);
  if (isBeside) {
    expect(await around.getByRole('listitem').count()).toBe(3);
    expect(await around.locator('[aria-current]').innerText()).toContain(numbers[1]);
    await around.getByRole('link', { name: numbers[2] }).click();
    await officer.isAt(new RegExp(numbers[2] ?? ''));
  }
  await officer.leave();
});
