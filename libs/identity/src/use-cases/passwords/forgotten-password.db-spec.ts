import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { newId, system } from '#lib/kernel';
import { AccountLetters } from '../../queries/account-letters.js';
import { type AccountsBed, accountsBed } from '../../testing/accounts-bed.js';
import { CreateOfficer } from '../create-officer.js';
import { CurrentSession } from '../sessions/current-session.js';
import { SignIn } from '../sign-in.js';
import { AskPasswordReset } from './ask-password-reset.js';
import { ResetPassword } from './reset-password.js';

const password = 'tulip fence 40 harbour';
const another = 'quiet lantern over 9 bridges';

describe('a forgotten password', () => {
  let bed: AccountsBed;
  let bodyId: string;
  let officerId: string;
  let email: string;
  const sql = <Row>(text: string, ...values: unknown[]) => bed.database.query<Row>(text, values);
  const signIn = async (given = password) => {
    const outcome = await bed.get(SignIn).execute({ email, password: given, address: newId() });
    if (outcome.kind !== 'signed-in') throw new Error('a code is awaited');
    return outcome.token;
  };
  const lastAct = async () =>
    (await sql<{ act: string; subject_id: string }>('select * from ledger_entry order by at desc, id desc limit 1'))[0];

  beforeAll(async () => {
    bed = await accountsBed();
    bodyId = bed.bodyId;
  });
  beforeEach(async () => {
    email = `${newId()}@mne.gov.kz`;
    const account = { email, name: 'Әсел', password, bodyId, roles: ['officer'] as const };
    officerId = await bed.get(CreateOfficer).execute(account, system('test'));
  });
  afterAll(() => bed.stop());

  const resetToken = async () => {
    await bed.get(AskPasswordReset).execute(` ${email.toUpperCase()}`);
    const [row] = await sql<{ id: string }>(
      'select id from password_reset where officer_id = $1 order by created_at desc limit 1',
      officerId,
    );
    const facts = await bed.get(Transactions).run((tx) => bed.get(AccountLetters).passwordReset(tx, row?.id ?? ''));
    expect(facts).toMatchObject({ to: email });
    return facts?.token ?? '';
  };
  const reset = (token: string, given = another) => bed.get(ResetPassword).execute({ token, password: given });

  it('is set anew by a link, which looking does not use up; sessions end, the second factor stays', async () => {
    const before = await signIn();
    await sql(`insert into officer_factor (officer_id, sealed_secret, last_step) values ($1, 'x', 0)`, officerId);
    const token = await resetToken();
    await bed.get(ResetPassword).look(token);
    await expect(reset(token, 'Password12345!')).rejects.toMatchObject({ code: 'invalid-input' });
    await reset(token);
    expect(await lastAct()).toMatchObject({ act: 'officer.password-reset', subject_id: officerId });
    expect(await bed.get(CurrentSession).execute(before)).toBeUndefined();
    const outcome = await bed.get(SignIn).execute({ email, password: another, address: newId() });
    expect(outcome.kind).toBe('code-awaited');
    await expect(reset(token)).rejects.toMatchObject({ code: 'link-not-valid' });
  });

  it('is set once by one link of two, and by two at the same moment once', async () => {
    const [older, token] = [await resetToken(), await resetToken()];
    const outcomes = await Promise.allSettled([reset(token), reset(token)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(reset(older)).rejects.toMatchObject({ code: 'link-not-valid' });
  });

  it.each([
    ['an hour has passed', `update password_reset set expires_at = clock_timestamp() where officer_id = $1`],
    ['the account was closed', `update officer set is_active = false where id = $1`],
    ['its owner has set another', `update officer set password_hash = 'x' where id = $1`],
  ])('is not set when %s', async (_, change) => {
    const token = await resetToken();
    await sql(change, officerId);
    await expect(reset(token)).rejects.toMatchObject({ code: 'link-not-valid' });
  });

  it('sends no letter of a link that expired on the way', async () => {
    await bed.get(AskPasswordReset).execute(email);
    const [row] = await sql<{ id: string }>(
      'update password_reset set expires_at = clock_timestamp() where officer_id = $1 returning id',
      officerId,
    );
    const facts = await bed.get(Transactions).run((tx) => bed.get(AccountLetters).passwordReset(tx, row?.id ?? ''));
    expect([row?.id, facts]).toEqual([expect.any(String), undefined]);
  });

  it('sends no letter more once its owner has set another', async () => {
    await bed.get(AskPasswordReset).execute(email);
    const links = () =>
      sql<{ is_used: boolean; sealed_token: unknown }>(
        'select used_at is not null as is_used, sealed_token from password_reset where officer_id = $1',
        officerId,
      );
    await sql(`update officer set name = 'Әсел Б.' where id = $1`, officerId);
    expect(await links()).toEqual([{ is_used: false, sealed_token: expect.anything() }]);
    await sql(`update officer set password_hash = 'x' where id = $1`, officerId);
    expect(await links()).toEqual([{ is_used: true, sealed_token: null }]);
  });

  it('is answered alike for everybody, with three letters an hour at most', async () => {
    for (let count = 0; count < 10; count += 1) await bed.get(AskPasswordReset).execute(email);
    const letters = await sql('select from password_reset where officer_id = $1', officerId);
    expect(letters.length).toBe(3);
    const before = await sql('select from outbox_event');
    for (const nobody of ['nobody@mne.gov.kz', '', 'a\0b', 'x'.repeat(10_000)])
      expect(await bed.get(AskPasswordReset).execute(nobody)).toBeUndefined();
    expect((await sql('select from outbox_event')).length).toBe(before.length);
  });
});
