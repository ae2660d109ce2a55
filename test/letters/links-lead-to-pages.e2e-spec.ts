import { Transactions } from '#lib/database';
import { AddressConfirmations, AskAddressConfirmation, CloseDiscussion } from '#lib/discussion';
import { AccountLetters, AskPasswordReset, InviteOfficer } from '#lib/identity';
import { languages } from '#lib/kernel';
import { AskSubscription, ConfirmSubscription, Subscriptions } from '#lib/notifications';
import { AssembleReport, PublishReport, SignReport } from '#lib/reports';
import { loadSettings } from '#lib/settings';
import { officerOf, testKeyFile } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PortalUnderTest, startPortal } from '../../apps/portal/test/portal-under-test.js';
import { openScene, type Scene } from '../../apps/portal/test/scene.js';
import { Links } from '../../apps/worker/src/notifications/links.js';

const settings = loadSettings({
  DATABASE_URL: 'postgresql://nowhere/talqy',
  TALQY_SECRET: 's'.repeat(32),
  TALQY_KEYS: testKeyFile(),
  PUBLIC_URL: 'https://t.kz',
});

/** The worker writes the addresses, the portal answers them: nothing but this test knows both. */
describe('a link in a letter', () => {
  let portal: PortalUnderTest;
  let scene: Scene;
  const links = new Links(settings);
  const pathOf = (address: string) => address.replace('https://t.kz', '');

  beforeAll(async () => {
    portal = await startPortal();
    scene = await openScene(portal);
  });
  afterAll(() => portal.stop());

  it.each(languages)('leads to the discussion and to the own remark in %s', async (language) => {
    const discussion = await portal.get(pathOf(links.discussion(scene.discussionId, language)));
    expect(discussion.statusCode).toBe(200);
    const sent = await portal.send('POST', `/api/v1/discussions/${scene.discussionId}/remarks`, {
      headers: { 'idempotency-key': `"letter-${language}"` },
      payload: {
        kind: 'REMARK',
        language,
        sender: { kind: 'INDIVIDUAL', name: 'Айгүл', email: 'aigul@example.kz' },
        text: 'Мерзімі ұзақ.',
        anchors: [],
      },
    });
    const { number, secret } = sent.json<{ number: string; secret: string }>();
    const own = await portal.get(pathOf(links.ownRemark(number, secret, language)));
    expect(own.statusCode).toBe(200);
    expect(own.body).toContain('Мерзімі ұзақ.');
  });

  it('leads to the agreement to letters, and to the page that ends them', async () => {
    const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
      portal.app.get(token as never, { strict: false });
    const asked = { discussionId: scene.discussionId, address: 'asel@secret.example', language: 'kk' } as const;
    await get(AskSubscription).execute(asked);
    const [row] = await portal.database.query<{ id: string }>('select id from subscription');
    const facts = await get(Transactions).run((tx) => get(Subscriptions).requestLetter(tx, row?.id ?? ''));
    const agreement = await portal.get(pathOf(links.subscriptionRequest(facts?.token ?? '', 'kk')));
    const { id, secret } = await get(ConfirmSubscription).execute(facts?.token ?? '');
    const own = await portal.get(pathOf(links.subscription(id, secret, 'kk')));
    for (const page of [agreement, own]) {
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('asel@secret.example');
    }
  });

  it('leads to the sign-in, to an invitation and to a new password', async () => {
    const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
      portal.app.get(token as never, { strict: false });
    const administrator = officerOf(scene.bodyId, 'administrator');
    const input = { email: 'new@b.kz', bodyId: scene.bodyId, roles: ['officer'], language: 'kk' } as const;
    const invitationId = await get(InviteOfficer).execute(input, administrator);
    await get(AskPasswordReset).execute(scene.officer.email);
    const [reset] = await portal.database.query<{ id: string }>('select id from password_reset');
    const [invitation, newPassword] = await get(Transactions).run(async (tx) => [
      await get(AccountLetters).invitation(tx, invitationId),
      await get(AccountLetters).passwordReset(tx, reset?.id ?? ''),
    ]);
    for (const address of [
      links.signIn('ru'),
      links.invitation(invitation?.token ?? '', 'kk'),
      links.passwordReset(newPassword?.token ?? '', 'en'),
    ])
      expect((await portal.get(pathOf(address))).statusCode).toBe(200);
  });

  it('leads from a mailbox to the page that confirms it', async () => {
    const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
      portal.app.get(token as never, { strict: false });
    const { discussionId } = await openScene(portal);
    await portal.database.query(`update discussion set profile_id = 'eu-2026' where id = $1`, [discussionId]);
    await get(AskAddressConfirmation).execute({ discussionId, address: 'asel@example.kz', language: 'kk' });
    const [row] = await portal.database.query<{ id: string }>('select id from address_confirmation');
    const facts = await get(Transactions).run((tx) => get(AddressConfirmations).letter(tx, row?.id ?? ''));
    for (const language of languages) {
      const page = await portal.get(pathOf(links.senderAddress(facts?.token ?? '', language)));
      expect([page.statusCode, page.body.includes('asel@example.kz')]).toEqual([200, true]);
    }
  });

  it('leads to the published report', async () => {
    const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
      portal.app.get(token as never, { strict: false });
    const { discussionId, bodyId } = scene;
    await portal.database.query(`update remark set state = 'WITHDRAWN', withdrawn_at = clock_timestamp()`);
    await portal.database.query(
      `update discussion set open_at = open_at - interval '40 days', close_at = clock_timestamp() where id = $1`,
      [discussionId],
    );
    await get(CloseDiscussion).execute(discussionId);
    const { reportId } = await get(AssembleReport).execute({ discussionId }, officerOf(bodyId));
    await get(SignReport).execute({ reportId }, officerOf(bodyId, 'signer'));
    await get(PublishReport).execute({ reportId, publicUrl: 'https://t.kz' });
    expect((await portal.get(pathOf(links.report(discussionId, 'kk')))).statusCode).toBe(200);
  });
});
