import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordOutage } from '#lib/discussion';
import { instantOf, system } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let officer: Session;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  officer = await signIn(portal, scene.officer);
});
afterAll(() => portal.stop());

const page = async (language: string) =>
  (
    await portal.get(`/${language}/officer/procedures/${scene.procedureId}`, {
      headers: { cookie: officer.headers.cookie },
    })
  ).body;
/** From so many minutes ago to so many. */
function record(from: number, to: number) {
  const now = Date.now();
  const minutesAgo = (minutes: number) => instantOf(now - minutes * 60_000);
  return portal.app
    .get(RecordOutage, { strict: false })
    .execute({ startedAt: minutesAgo(from), endedAt: minutesAgo(to), note: 'Желі <үзілді>' }, system('cli'));
}

describe('the dossier of a discussion whose intake was out (REQ-26, AMB-19)', () => {
  const words = { minutes: 240, hours: 12 };

  it('says nothing while nothing was out, lists what was, and warns above the limit', async () => {
    const t = translator('ru');
    expect(await page('ru')).not.toContain(t('outage.title'));
    await record(90, 60);
    const short = await page('ru');
    expect(short).toContain(t('outage.total', { minutes: 30 }));
    expect(short).toContain('Желі &lt;үзілді&gt;');
    expect(short).not.toContain(t('outage.consider', words));
    await record(600, 300);
    for (const language of ['kk', 'ru'] as const) {
      expect(await page(language)).toContain(translator(language)('outage.consider', words));
    }
  });

  it('is no other body’s affair', async () => {
    const stranger = await signIn(portal, scene.stranger);
    const headers = { cookie: stranger.headers.cookie };
    expect((await portal.get(`/ru/officer/procedures/${scene.procedureId}`, { headers })).statusCode).toBe(404);
  });
});
