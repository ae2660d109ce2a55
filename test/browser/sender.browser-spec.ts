import { describe, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { AddressConfirmations } from '#lib/discussion';
import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { openScene, type Scene } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { writeRemark } from './remark-journey.js';
import { Visitor } from './visitor.js';

let scene: Scene;
const bed = browserBed(async ({ portal }) => {
  scene = await openScene(portal);
  await portal.database.query(`update discussion set profile_id = 'eu-2026' where id = $1`, [scene.discussionId]);
});

/** The link of the letter, as the worker writes it. */
async function linkOf(language: Language): Promise<string> {
  const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
    bed.portal.app.get(token as never, { strict: false });
  const [row] = await bed.portal.database.query<{ id: string }>('select id from address_confirmation');
  const facts = await get(Transactions).run((tx) => get(AddressConfirmations).letter(tx, row?.id ?? ''));
  return `/${language}/sender-addresses/${facts?.token}`;
}

describe('a citizen whose address is to be confirmed (AMB-20)', () => {
  it.each([
    ['kk', 'on a phone of 320 px', { viewport: { width: 320, height: 640 } }],
    ['ru', 'on a phone, without scripts', { viewport: { width: 320, height: 640 }, javaScriptEnabled: false }],
    ['ru', 'at a desk', { viewport: { width: 1280, height: 900 } }],
  ] as const)('follows the letter, writes the remark and has a receipt, in %s %s', async (language, _, options) => {
    const t = translator(language);
    const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: language, ...options });
    await visitor.open(`/${language}/discussions/${scene.discussionId}/remark`);
    await visitor.isAt(t('sender.address-title'));
    await visitor.fill(t('remark.email'), 'not an address');
    await visitor.press(t('sender.address-ask'));
    await visitor.isAt(t('sender.address-title'));
    await visitor.fill(t('remark.email'), 'qupia@secret.example');
    await visitor.press(t('sender.address-ask'));
    await visitor.isAt(t('sender.address-title'));
    await visitor.open(await linkOf(language));
    await visitor.isAt(t('sender.link-title'));
    await visitor.press(t('sender.link-confirm'));
    await visitor.choose(t('draft.whole'));
    await writeRemark(visitor, language, 'Мерзім тым ұзақ.');
    await visitor.press(t('remark.submit'));
    await visitor.isAt(t('receipt.title'));
    await visitor.leave();
  });

  it('keeps what was typed when the confirmation is over', async () => {
    const t = translator('ru');
    const visitor = await Visitor.arrive(bed.browser, bed.base, { viewport: { width: 320, height: 640 } });
    await visitor.open(`/ru/discussions/${scene.discussionId}/sender/address`);
    await visitor.fill(t('remark.email'), 'another@secret.example');
    await visitor.press(t('sender.address-ask'));
    await visitor.open(await linkOf('ru'));
    await visitor.press(t('sender.link-confirm'));
    await visitor.choose(t('draft.whole'));
    await writeRemark(visitor, 'ru', 'Срок слишком велик.', 'another@secret.example');
    await visitor.page.context().clearCookies();
    await visitor.press(t('remark.submit'));
    await visitor.isAt(t('steps.check'));
    await visitor.page.getByText(t('sender.fault')).first().waitFor();
    await visitor.page.getByText('Срок слишком велик.').first().waitFor();
    await visitor.leave();
  });
});
