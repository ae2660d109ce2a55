import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { RecordOutage } from '#lib/discussion';
import { instantOf, system } from '#lib/kernel';
import { translator } from '#lib/localisation';
import type { Browser } from 'playwright-core';
import { type PortalUnderTest, startPortal } from '../../apps/portal/test/portal-under-test.js';
import { openScene } from '../../apps/portal/test/scene.js';
import { officerAtDesk } from './officer-at-desk.js';
import { launchBrowser } from './visitor.js';

jest.setTimeout(120_000);

let portal: PortalUnderTest;
let browser: Browser;
let base: string;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), launchBrowser()]);
  base = await portal.listen();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

it.each([
  ['kk', 1280],
  ['ru', 320],
] as const)(
  '%s, %d px: an official reads from the desk that an extension is to be considered (REQ-26)',
  async (language, width) => {
    const t = translator(language);
    const scene = await openScene(portal);
    const hours = (ago: number) => instantOf(Date.now() - ago * 3_600_000);
    await portal.app
      .get(RecordOutage, { strict: false })
      .execute({ startedAt: hours(10), endedAt: hours(5), note: 'Желі үзілді' }, system('cli'));
    const officer = await officerAtDesk(browser, base, scene.officer, { language, width });
    await officer.follow(new RegExp(t('desk.dossier')));
    await officer.isAt(/./);
    expect(await officer.text()).toContain(t('outage.consider', { minutes: 240, hours: 12 }));
    await officer.leave();
  },
);
