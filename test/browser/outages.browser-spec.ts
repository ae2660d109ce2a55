import { expect, it } from '@jest/globals';
import { RecordOutage } from '#lib/discussion';
import { instantOf, system } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { openScene } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { officerAtDesk } from './officer-at-desk.js';

const bed = browserBed();

it.each([
  ['kk', 1280],
  ['ru', 320],
] as const)(
  '%s, %d px: an official reads from the desk that an extension is to be considered (REQ-26)',
  async (language, width) => {
    const t = translator(language);
    const scene = await openScene(bed.portal);
    const hours = (ago: number) => instantOf(Date.now() - ago * 3_600_000);
    await bed.portal.app
      .get(RecordOutage, { strict: false })
      .execute({ startedAt: hours(10), endedAt: hours(5), note: 'Желі үзілді' }, system('cli'));
    const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language, width });
    await officer.follow(new RegExp(t('desk.dossier')));
    await officer.isAt(/./);
    expect(await officer.text()).toContain(t('outage.consider', { minutes: 240, hours: 12 }));
    await officer.leave();
  },
);
