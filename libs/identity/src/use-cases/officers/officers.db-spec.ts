import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, newId, type Role, system } from '#lib/kernel';
import { Transactions } from '#lib/database';
import { AccountLetters } from '../../queries/account-letters.js';
import { Officials } from '../../queries/officials.js';
import { type AccountsBed, accountsBed } from '../../testing/accounts-bed.js';
import { CreateOfficer } from '../create-officer.js';
import { AskPasswordReset } from '../passwords/ask-password-reset.js';
import { ResetPassword } from '../passwords/reset-password.js';
import { CurrentSession } from '../sessions/current-session.js';
import { SignIn } from '../sign-in.js';
import { AcceptInvitation } from './accept-invitation.js';
import { ChangeRoles } from './change-roles.js';
import { InviteOfficer } from './invite-officer.js';
import { ResetFactor } from './reset-factor.js';
import { SetActivity } from './set-activity.js';
import { WithdrawInvitation } from './withdraw-invitation.js';

const password = 'tulip fence 40 harbour';
const another = 'quiet lantern over 9 bridges';

describe('accounts of officials', () => {
  let bed: AccountsBed;
  let bodyId: string;
  let administrator: Extract<Actor, { kind: 'officer' }>;
  let officerId: string;
  let email: string;
  const sql = <Row>(text: string, ...values: unknown[]) => bed.database.query<Row>(text, values);
  const create = (address: string, ...roles: [Role, ...Role[]]) =>
    bed.get(CreateOfficer).execute({ email: address, name: 'Әсел', password, bodyId, roles }, system('test'));
  const signIn = async (given = password) => {
    const outcome = await bed.get(SignIn).execute({ email, password: given, address: newId() });
    if (outcome.kind !== 'signed-in') throw new Error('a code is awaited');
    return outcome.token;
  };
  const invite = (change: object = {}, actor: Actor = administrator) =>
    bed.get(InviteOfficer).execute({ email, bodyId, roles: ['officer'], language: 'ru', ...change }, actor);
  const letter = (id: string) => bed.get(Transactions).run((tx) => bed.get(AccountLetters).invitation(tx, id));
  const tokenOf = async (id: string) => (await letter(id))?.token ?? '';
  const accept = (token: string, change: object = {}) =>
    bed.get(AcceptInvitation).execute({ token, name: 'Болат Ахметов', password, ...change });
  const lastAct = async () =>
    (
      await sql<{ act: string; subject_id: string; data: string }>(
        'select * from ledger_entry order by at desc, id desc limit 1',
      )
    )[0];

  beforeAll(async () => {
    bed = await accountsBed();
    bodyId = bed.bodyId;
    const id = await create('head@mne.gov.kz', 'administrator');
    administrator = { kind: 'officer', id, name: 'Әкімші', bodyId, roles: ['administrator'] };
  });
  beforeEach(() => {
    email = `${newId()}@mne.gov.kz`;
  });
  afterAll(() => bed.stop());

  describe('an invitation', () => {
    it('goes to its address by a link that is kept as a hash once the letter is sent, and makes the account', async () => {
      const id = await invite();
      expect(await lastAct()).toMatchObject({ act: 'officer.invited', subject_id: id });
      const [event] = await sql<{ event: string; data: object }>(
        `select event, data from outbox_event where data->>'invitationId' = $1`,
        id,
      );
      expect(event).toEqual({ event: 'officer.invited', data: { invitationId: id } });
      const facts = await letter(id);
      expect(facts).toMatchObject({ to: email, language: 'ru', body: { ru: 'Орган' } });
      expect(await letter(id)).toBeUndefined();
      const rows = await sql('select * from officer_invitation where id = $1', id);
      expect(JSON.stringify(rows)).not.toContain(facts?.token);
      const accepted = await accept(facts?.token ?? '');
      expect(await lastAct()).toMatchObject({ act: 'officer.invitation-accepted', subject_id: accepted });
      const official = await bed.get(Officials).byId(accepted, administrator);
      expect(official).toMatchObject({ email, name: 'Болат Ахметов', roles: ['officer'], isActive: true });
      expect(await signIn()).toBeDefined();
    });

    it('is good once, also for two at the same moment', async () => {
      const token = await tokenOf(await invite());
      const outcomes = await Promise.allSettled([accept(token), accept(token)]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      await expect(accept(token)).rejects.toMatchObject({ code: 'link-not-valid' });
    });

    it.each([
      ['expired', `update officer_invitation set expires_at = clock_timestamp() where id = $1`],
      ['withdrawn', `update officer_invitation set withdrawn_at = clock_timestamp() where id = $1`],
    ])('is not accepted once it is %s, nor by a password reset', async (_, change) => {
      const id = await invite();
      const token = await tokenOf(id);
      await sql(change, id);
      await expect(accept(token)).rejects.toMatchObject({ code: 'link-not-valid' });
      await bed.get(AskPasswordReset).execute(email);
      await expect(bed.get(ResetPassword).execute({ token, password: another })).rejects.toMatchObject({
        code: 'link-not-valid',
      });
      expect(await sql('select from officer where email = $1', email)).toEqual([]);
    });

    it('keeps its link when the password is refused', async () => {
      const token = await tokenOf(await invite());
      await expect(accept(token, { password: 'Password12345!' })).rejects.toMatchObject({ code: 'invalid-input' });
      await expect(accept(token, { name: ' ' })).rejects.toMatchObject({ code: 'invalid-input' });
      expect(await accept(token)).toBeDefined();
    });

    it('stands alone for its address, until it is withdrawn or expires', async () => {
      const id = await invite();
      await expect(invite({ email: email.toUpperCase() })).rejects.toMatchObject({ code: 'conflict' });
      await bed.get(WithdrawInvitation).execute(id, administrator);
      expect(await letter(id)).toBeUndefined();
      await expect(bed.get(WithdrawInvitation).execute(id, administrator)).rejects.toMatchObject({ code: 'not-found' });
      const second = await invite();
      await sql('update officer_invitation set expires_at = clock_timestamp() where id = $1', second);
      expect(await letter(second)).toBeUndefined();
      expect(await invite()).toBeDefined();
      const [lapsed] = await sql('select sealed_token from officer_invitation where id = $1', second);
      expect(lapsed).toEqual({ sealed_token: null });
    });

    it.each([
      ['no role', { roles: [] }, 'invalid-input'],
      ['an address that is none', { email: 'x' }, 'invalid-input'],
      ['a body that is none', { bodyId: newId() }, 'invalid-input'],
      ['somebody with an account', { email: 'head@mne.gov.kz' }, 'conflict'],
    ])('is not made with %s', async (_, change, code) => expect(invite(change)).rejects.toMatchObject({ code }));

    it('is made by administrators alone', async () => {
      const officer: Actor = { ...administrator, roles: ['officer', 'signer'] };
      await expect(invite({}, officer)).rejects.toMatchObject({ code: 'not-allowed' });
      await expect(bed.get(Officials).openInvitations(officer)).rejects.toMatchObject({ code: 'not-allowed' });
    });

    it.each(['', 'x', 'A'.repeat(43)])('has not the link %s', async (token) =>
      expect(accept(token)).rejects.toMatchObject({ code: 'link-not-valid' }),
    );
  });

  describe('an administrator', () => {
    beforeEach(async () => {
      officerId = await create(email, 'officer');
    });

    it('changes roles, deactivates and activates; each ends the sessions at once and is in the ledger', async () => {
      for (const [change, act] of [
        [() => bed.get(ChangeRoles).execute({ officerId, roles: ['signer'] }, administrator), 'officer.roles-changed'],
        [() => bed.get(SetActivity).execute({ officerId, isActive: false }, administrator), 'officer.deactivated'],
      ] as const) {
        const token = await signIn();
        await change();
        expect(await bed.get(CurrentSession).execute(token)).toBeUndefined();
        expect(await lastAct()).toMatchObject({ act, subject_id: officerId });
      }
      await expect(signIn()).rejects.toMatchObject({ code: 'sign-in-failed' });
      await bed.get(SetActivity).execute({ officerId, isActive: true }, administrator);
      expect(await bed.get(CurrentSession).execute(await signIn())).toMatchObject({ actor: { roles: ['signer'] } });
    });

    it('resets a second factor: sessions end, the person is told, the password stays', async () => {
      await sql(`insert into officer_factor (officer_id, sealed_secret, last_step) values ($1, 'x', 0)`, officerId);
      await bed.get(ResetFactor).execute(officerId, administrator);
      expect(await lastAct()).toMatchObject({ act: 'officer.factor-reset', subject_id: officerId });
      const events = await sql(
        `select from outbox_event where event = 'officer.factor-reset' and data->>'officerId' = $1`,
        officerId,
      );
      expect(events.length).toBe(1);
      expect(await signIn()).toBeDefined();
      await expect(bed.get(ResetFactor).execute(officerId, administrator)).rejects.toMatchObject({
        code: 'wrong-state',
      });
    });

    it('does nothing of it to the own account, nor to one that is none; others do not do it at all', async () => {
      const attempts = (id: string, actor: Actor) => [
        bed.get(ChangeRoles).execute({ officerId: id, roles: ['officer'] }, actor),
        bed.get(SetActivity).execute({ officerId: id, isActive: false }, actor),
        bed.get(ResetFactor).execute(id, actor),
      ];
      const codes = async (id: string, actor: Actor) =>
        (await Promise.allSettled(attempts(id, actor))).map((each) =>
          each.status === 'rejected' ? (each.reason as { code: string }).code : 'done',
        );
      expect(await codes(administrator.id, administrator)).toEqual(['not-allowed', 'not-allowed', 'not-allowed']);
      expect(await codes(newId(), administrator)).toEqual(['not-found', 'not-found', 'not-found']);
      expect(await codes('x', administrator)).toEqual(['not-found', 'not-found', 'not-found']);
      const officer: Actor = { ...administrator, id: newId(), roles: ['officer', 'signer'] };
      expect(await codes(officerId, officer)).toEqual(['not-allowed', 'not-allowed', 'not-allowed']);
      await expect(bed.get(ChangeRoles).execute({ officerId, roles: [] }, administrator)).rejects.toMatchObject({
        code: 'invalid-input',
      });
    });

    it('finds officials by parts of name, address and body, a page at a time', async () => {
      const list = (search: string, size = 50, after?: string) =>
        bed.get(Officials).list({ size, ...(after ? { after } : {}) }, search, administrator);
      expect((await list(email.slice(3, 20).toUpperCase())).items.map(({ id }) => id)).toEqual([officerId]);
      expect((await list('no%such_one')).items).toEqual([]);
      expect((await list(`'; drop table officer --`)).items).toEqual([]);
      const first = await list('Орган', 1);
      const second = await list('Орган', 1, first.next);
      expect(first.items[0]?.email).not.toBe(second.items[0]?.email);
    });
  });
});
