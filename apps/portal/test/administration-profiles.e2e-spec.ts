import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, instant } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { shippedProfiles } from '#lib/time-limits';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let administrator: Session;
const t = translator('ru');

beforeAll(async () => {
  portal = await startPortal({ clock: fixedClock(instant('2016-07-01T06:00:00Z')) });
  scene = await openScene(portal, false);
  administrator = await signIn(portal, scene.administrator);
});
afterAll(() => portal.stop());

const look = (path: string, session = administrator, language = 'ru') =>
  portal.get(`/${language}/officer/profiles${path}`, { headers: session.headers });

describe('the profiles of the procedure (REQ-120)', () => {
  it('are listed, those in force on the day apart from the others', async () => {
    const { body } = await look('');
    const [, now = '', toCome = '', before = ''] = body.split('<h2');
    for (const id of ['kz-126-2016-06', 'uk', 'us']) expect(now).toContain(`profiles/${id}"`);
    for (const id of ['us-2026', 'kz-services-art-15']) expect(toCome).toContain(`profiles/${id}"`);
    expect(before).toContain('profiles/kz-126-2015"');
    expect(body).toContain(t('profile.with-release'));
  });

  it.each(shippedProfiles.map(({ id }) => id))('%s has a page in every language', async (id) => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      const { statusCode, body } = await look(`/${id}`, administrator, language);
      expect([statusCode, body.includes(translator(language)('profile.shipped'))]).toEqual([200, true]);
    }
  });

  it('tell the term, its reading, the closing hour, what is late, the duties and the basis', async () => {
    const { body } = await look('/kz-126-2016-06');
    for (const words of [
      t('clock.length-calendar-day', { count: 30 }),
      t('profile.first-day-next-day'),
      '24:00, время Астаны',
      t('profile.late-reject'),
      t('profile.second-entries'),
      t('profile.duty-publish-report'),
      t('profile.target'),
      'Приказ от 17 июня 2016 года № 264',
    ])
      expect(body).toContain(words);
  });

  it('are not there under another name, nor for others', async () => {
    expect((await look('/kz-127')).statusCode).toBe(404);
    const officer = await signIn(portal, scene.signer);
    expect([(await look('', officer)).statusCode, (await look('/uk', officer)).statusCode]).toEqual([403, 403]);
  });
});
