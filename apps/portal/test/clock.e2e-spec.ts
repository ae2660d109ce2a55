import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { publishScene, revisedScene } from './revised-scene.js';
import { openScene, type Scene } from './scene.js';

let portal: PortalUnderTest;
let open: Scene;
let overdue: Scene;
let answered: Scene;
beforeAll(async () => {
  portal = await startPortal();
  [open, overdue, answered] = [await openScene(portal), await openScene(portal), await revisedScene(portal)];
  await publishScene(portal, answered);
  await portal.database.query(
    `update discussion set open_at = '2016-06-01T05:00:00Z', last_day = '2016-07-01', close_at = '2016-07-01T18:00:00Z' where id = $1`,
    [overdue.discussionId],
  );
});
afterAll(() => portal.stop());

const codeOf = ({ bodyId }: Scene) => bodyId.slice(-12);

describe.each(['kk', 'ru', 'en'] as const)('in %s', (language) => {
  const t = translator(language);

  it('the board has every running term with its rule, what is overdue in words, and nothing that is answered', async () => {
    const { body, statusCode } = await portal.get(`/${language}/clock`);
    expect(statusCode).toBe(200);
    expect(body.indexOf(overdue.discussionId)).toBeLessThan(body.indexOf(open.discussionId));
    expect(body).not.toContain(`discussions/${answered.discussionId}"`);
    expect(body).toContain(t('clock.overdue-target'));
    expect(body).toContain(t('clock.overdue-count', { count: 1 }));
    expect(body).toContain(t('clock.rule-sub', { paragraph: '8', sub: '3' }));
    expect(body).not.toMatch(/undefined|\[object|NaN/);
  });

  it('the page of a body has its record as figures and as a picture', async () => {
    const { body, statusCode } = await portal.get(`/${language}/bodies/${codeOf(answered)}`);
    expect(statusCode).toBe(200);
    expect(body).toMatch(/<svg class="talqy-bar"[\s\S]*<desc id="bar-desc">[^<]+: 1<\/desc>/);
    expect(body).toContain(t('body.in-time'));
    expect(body).toContain(`discussions/${answered.discussionId}"`);
    expect(body).not.toContain(`discussions/${open.discussionId}"`);
    expect((await portal.get(`/${language}/bodies/${codeOf(overdue)}`)).body).toContain('talqy-bar__part--overdue');
  });
});

it.each(['nobody', '%22%3E%3Csvg%3E', 'x'.repeat(60), '..%2F..'])('the body “%s” answers 404', async (code) => {
  const { statusCode, body } = await portal.get(`/kk/bodies/${code}`);
  expect(statusCode).toBe(404);
  expect(body).not.toContain('"><svg>');
});

it('the page of a body without discussions says so', async () => {
  const unplaced = await openScene(portal, false);
  const { body, statusCode } = await portal.get(`/ru/bodies/${codeOf(unplaced)}`);
  expect([statusCode, body.includes(translator('ru')('body.none'))]).toEqual([200, true]);
});
