import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type ProviderScene, startWithProvider } from '../../apps/portal/test/provider-scene.js';
import { openScene, signIn } from '../../apps/portal/test/scene.js';
import { launchBrowser, Visitor } from './visitor.js';

let at: ProviderScene;
let browser: Browser;
beforeAll(async () => {
  [at, browser] = await Promise.all([startWithProvider([]), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await at.stop();
});

it('who signs out is led on to the provider that opened the session, past a policy that lets no form lead there', async () => {
  const base = await at.portal.listen();
  const scene = await openScene(at.portal, false);
  const [name = '', value = ''] = (await signIn(at.portal, scene.officer)).headers.cookie.split('=');
  const officer = await Visitor.arrive(browser, base, { viewport: { width: 1280, height: 900 } });
  await officer.page.context().addCookies([{ name, value, url: base }]);
  await at.portal.database.query('update officer_session set issuer = $1', [at.provider.issuer]);
  await officer.open('/kk/officer');
  const gone = officer.page.waitForResponse((answer) => answer.url().startsWith(`${at.provider.issuer}/session/end?`));
  await officer.page.getByRole('button', { name: 'Шығу' }).click();
  expect((await gone).status()).toBe(200);
  expect(await at.portal.database.query('select from officer_session')).toEqual([]);
  await officer.leave();
});
