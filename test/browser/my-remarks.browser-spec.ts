import { expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { openScene, type Scene, sendRemark } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { Visitor } from './visitor.js';

let scene: Scene;
const bed = browserBed(async ({ portal }) => {
  scene = await openScene(portal);
});
const t = translator('kk');
const phone = { viewport: { width: 320, height: 640 } };

it('receipts are remembered in the browser when their sender wishes it, listed with their state, and removed', async () => {
  const [first, second] = [await sendRemark(bed.portal, scene), await sendRemark(bed.portal, scene)];
  const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: 'kk', ...phone });
  await visitor.open(`/kk/remarks/${first.number}/${first.secret}/receipt`);
  await visitor.isAt(t('receipt.title'));
  expect(await visitor.page.evaluate('localStorage.length')).toBe(0);
  await visitor.press(t('mine.remember'));
  expect(await visitor.text()).toContain(t('mine.remembered'));
  await visitor.open(`/kk/remarks/${second.number}/${second.secret}`);
  await visitor.isAt(t('own.title', { number: second.number }));
  await visitor.press(t('mine.remember'));
  await visitor.press(t('remark.withdraw'));
  await visitor.follow(t('mine.to-list'));
  await visitor.isAt(t('mine.title'));
  await visitor.page.getByText(t('remark.state.WITHDRAWN')).waitFor();
  await visitor.page.getByText(t('remark.state.RECEIVED')).waitFor();
  await visitor.isAt(t('mine.title'));
  await visitor.press(`${t('mine.forget')}: ${second.number}`);
  expect(await visitor.text()).toContain(t('mine.forgotten', { number: second.number }));
  const focused = visitor.page.locator(':focus');
  expect(await focused.getAttribute('aria-label')).toBe(`${t('mine.forget')}: ${first.number}`);
  await visitor.follow(first.number);
  await visitor.isAt(t('own.title', { number: first.number }));
  await visitor.open('/kk/my-remarks');
  await visitor.press(`${t('mine.forget')}: ${first.number}`);
  expect(await visitor.text()).toContain(t('mine.none'));
  expect(await focused.innerText()).toBe(t('mine.none'));
  await visitor.isAt(t('mine.title'));
  expect(await visitor.page.evaluate('localStorage.length')).toBe(0);
  await visitor.leave();
});

it('without scripts a receipt leads to its remark', async () => {
  const { number, secret } = await sendRemark(bed.portal, scene);
  const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: 'kk', ...phone, javaScriptEnabled: false });
  await visitor.open('/kk/');
  await visitor.follow(t('mine.title'));
  await visitor.isAt(t('mine.title'));
  await visitor.press(t('mine.open'));
  expect(await visitor.text()).toContain(t('mine.receipt-missing'));
  await visitor.fill(t('mine.receipt'), `${bed.base}/kk/remarks/${number}/${secret}`);
  await visitor.press(t('mine.open'));
  await visitor.isAt(t('own.title', { number }));
  await visitor.leave();
});
