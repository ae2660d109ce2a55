import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { instantOf } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { knowSignedProfile, SIGNED_PROFILE } from '#lib/testing';
import { openScene, type Scene } from '../../apps/portal/test/scene.js';
import { rootsFile, signerName } from '../../libs/discussion/src/testing/index.js';
import { makeTestPki, signDetached } from '../../libs/signatures/src/testing/index.js';
import { browserBed } from './browser-bed.js';
import { writeRemark } from './remark-journey.js';
import { Visitor } from './visitor.js';

const pki = makeTestPki(instantOf(Date.now()));
let scene: Scene;
const bed = browserBed(
  async ({ portal }) => {
    knowSignedProfile();
    scene = await openScene(portal);
    await portal.database.query('update discussion set profile_id = $2 where id = $1', [
      scene.discussionId,
      SIGNED_PROFILE,
    ]);
  },
  { SIGNATURE_TRUSTED_ROOTS: rootsFile(pki) },
);

/** What the browser saved by the button. */
async function documentOf({ page }: Visitor, button: string): Promise<Buffer> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('button', { name: button }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('talqy-remark.json');
  return readFile(await saved.path());
}

const choose = ({ page }: Visitor, buffer: Buffer) =>
  page.setInputFiles('#signature', { name: 'қол.p7s', mimeType: 'application/pkcs7-signature', buffer });

describe('a citizen who signs a remark (AMB-20, decision 34)', () => {
  it.each([
    ['kk', 'on a phone of 320 px', { viewport: { width: 320, height: 640 } }],
    ['ru', 'on a phone, without scripts', { viewport: { width: 320, height: 640 }, javaScriptEnabled: false }],
    ['en', 'at a desk', { viewport: { width: 1280, height: 900 } }],
  ] as const)('saves the document, signs, sends, and has a receipt, in %s %s', async (language, _, options) => {
    const t = translator(language);
    const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: language, ...options });
    await visitor.open(`/${language}/discussions/${scene.discussionId}/remark`);
    await visitor.choose(t('draft.whole'));
    await writeRemark(visitor, language, 'Мерзім тым ұзақ.\nЕкінші жол.');
    await visitor.press(t('steps.next'));
    await visitor.isAt(t('sign.title'));
    await visitor.press(t('remark.submit'));
    await visitor.isAt(t('sign.title'));
    expect(await visitor.text()).toContain(t('sign.missing'));
    const document = await documentOf(visitor, t('sign.download'));
    await visitor.isAt(t('sign.title'));
    const by = pki.issue({ subject: signerName });
    const sign = (content: Buffer) => signDetached(content, by, { certificates: [by, pki.intermediate] });
    await choose(visitor, sign(Buffer.concat([document, Buffer.from('\n')])));
    await visitor.press(t('remark.submit'));
    await visitor.isAt(t('sign.title'));
    expect(await visitor.text()).toContain(t('sign.other-text'));
    await visitor.press(t('steps.back'));
    await visitor.isAt(t('steps.check'));
    await visitor.press(t('steps.next'));
    await visitor.isAt(t('sign.title'));
    expect((await documentOf(visitor, t('sign.download'))).equals(document)).toBe(true);
    await choose(visitor, sign(document));
    await visitor.press(t('remark.submit'));
    await visitor.isAt(t('receipt.title'));
    expect(await visitor.text()).toContain(t('receipt.signed'));
    await visitor.leave();
  });
});
