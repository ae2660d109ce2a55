import { describe, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { Subscriptions } from '#lib/notifications';
import { openScene, type Scene } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { Visitor } from './visitor.js';

let scene: Scene;
const bed = browserBed(async ({ portal }) => {
  scene = await openScene(portal);
});

/** The link of the newest letter, as the worker writes it. */
async function linkOf(language: Language): Promise<string> {
  const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
    bed.portal.app.get(token as never, { strict: false });
  const [row] = await bed.portal.database.query<{ id: string }>(
    'select id from subscription where token_hash is not null order by created_at desc limit 1',
  );
  const facts = await get(Transactions).run((tx) => get(Subscriptions).requestLetter(tx, row?.id ?? ''));
  return `/${language}/subscription-requests/${facts?.token}`;
}

describe('who wants letters about a draft', () => {
  it.each([
    [
      'kk',
      'on a phone of 320 px, without scripts',
      { viewport: { width: 320, height: 640 }, javaScriptEnabled: false },
    ],
    ['kk', 'on a phone of 320 px', { viewport: { width: 320, height: 640 } }],
    ['ru', 'at a desk', { viewport: { width: 1280, height: 900 } }],
  ] as const)('asks, agrees by the letter, sees what comes, and ends it, in %s %s', async (language, _, options) => {
    const t = translator(language);
    const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: language, ...options });
    await visitor.open(`/${language}/discussions/${scene.discussionId}`);
    await visitor.follow(t('subscribe.link'));
    await visitor.isAt(t('subscribe.title'));
    await visitor.press(t('subscribe.ask'));
    await visitor.page.getByText(t('form.error-summary')).waitFor();
    await visitor.fill(t('remark.email'), 'qupia@secret.example');
    await visitor.press(t('subscribe.ask'));
    await visitor.page.getByText(t('subscribe.asked')).waitFor();
    await visitor.open(await linkOf(language));
    await visitor.isAt(t('subscribe.confirm-title'));
    await visitor.press(t('subscribe.confirm'));
    await visitor.isAt(t('subscribe.own-title'));
    const [body] = await bed.portal.database.query<{ code: string }>('select code from state_body where id = $1', [
      scene.bodyId,
    ]);
    await visitor.open(`/${language}/bodies/${body?.code}`);
    await visitor.follow(t('subscribe.body-link'));
    await visitor.isAt(t('subscribe.body-title'));
    await visitor.choose(t('subscribe.scope-ALL'));
    await visitor.fill(t('remark.email'), 'qupia@secret.example');
    await visitor.press(t('subscribe.ask'));
    await visitor.open(await linkOf(language));
    await visitor.press(t('subscribe.confirm'));
    await visitor.isAt(t('subscribe.own-title'));
    await visitor.press(t('subscribe.end-all'));
    await visitor.isAt(t('subscribe.ended-title'));
    await visitor.leave();
  });
});
