import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { databaseDigest } from '../../../test/security/database-digest.js';
import { draftingScene, editorFields } from './drafting-scene.js';
import { carriedIn } from './language-switch.js';
import { type Field, PageForm } from './page-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { as, cast, hidingIn, post, reason } from './redaction-scene.js';
import { signIn } from './scene.js';

let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

const kk = translator('kk');

describe('an act that waits in a page for its person', () => {
  it('is not done by a change of the language, though it knows of none', async () => {
    const { scene, officer, signer, number } = await cast(portal);
    const hiding = `/ru/officer/remarks/${number}/hiding`;
    await post(portal, officer, hiding, reason);
    const hidingId = hidingIn((await portal.get(hiding, as(signer))).body);
    await portal.database.query(`update officer_session set confirmed_at = clock_timestamp() - interval '15 minutes'`);
    const asked = await post(portal, signer, `${hiding}/confirmation`, [['hidingId', hidingId]]);
    const confirm = PageForm.in(asked.body, 'confirm')?.fields.filter(([name]) => name !== 'csrf') ?? [];
    const proof: readonly Field[] = [...confirm, ['password', scene.signer.password]];
    const confirmed = await post(portal, signer, '/ru/officer/confirm', proof);
    const { id, address } = carriedIn(confirmed.body, 'kk');
    expect([id, address]).toEqual(['kept', `/kk/officer/remarks/${number}/hiding/confirmation`]);

    const before = await databaseDigest(portal.database);
    const kazakh = await post(portal, signer, address, [
      ['hidingId', hidingId],
      ['waits', 'yes'],
    ]);
    expect([kazakh.statusCode, kazakh.body.includes(kk('access.waits-title'))]).toEqual([200, true]);
    expect(await databaseDigest(portal.database)).toEqual(before);
    const waits = PageForm.in(kazakh.body, carriedIn(kazakh.body, 'ru').id);
    expect([waits?.action, waits?.fields.filter(([name]) => name !== 'csrf')]).toEqual([
      address,
      [['hidingId', hidingId]],
    ]);

    await post(portal, signer, address, [['hidingId', hidingId]]);
    expect(await databaseDigest(portal.database)).not.toEqual(before);
  });

  it('saves no version of a draft', async () => {
    const scene = await draftingScene(portal);
    const officer = await signIn(portal, scene.officer);
    const edit = `/kk/officer/procedures/${scene.procedureId}/text`;
    const typed = editorFields((await portal.get(edit, as(officer))).body);
    const before = await databaseDigest(portal.database);
    const answer = await post(portal, officer, edit, [...Object.entries(typed), ['act', 'save'], ['again', 'yes']]);
    expect([answer.statusCode, PageForm.in(answer.body, 'draft') !== undefined]).toEqual([200, true]);
    expect(await databaseDigest(portal.database)).toEqual(before);
  });

  it('is refused to who may not do it, and without the token of the form', async () => {
    const { officer, number } = await cast(portal);
    const act = `/kk/officer/remarks/${number}/hiding/confirmation`;
    expect((await post(portal, null, act, [['again', 'yes']])).headers.location).toBe('/kk/sign-in?again=1');
    expect((await post(portal, officer, act, [['again', 'yes']], 'other')).statusCode).toBe(403);
    expect((await post(portal, officer, act, [['waits', 'yes']], 'other')).statusCode).toBe(403);
  });
});
