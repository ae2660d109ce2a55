import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { type Actor, newId, system } from '#lib/kernel';
import { OwnAccess } from '../../queries/own-access.js';
import { type AccountsBed, accountsBed } from '../../testing/accounts-bed.js';
import { codeOf } from '../../testing/authenticator.js';
import { recoveryCodeHash } from '../../recovery-codes.js';
import { CreateOfficer } from '../create-officer.js';
import { CurrentSession } from '../sessions/current-session.js';
import { SignIn } from '../sign-in.js';
import { CompleteSignIn } from './complete-sign-in.js';
import { OfferFactor } from './offer-factor.js';
import { RenewRecoveryCodes } from './renew-recovery-codes.js';
import { SetFactor } from './set-factor.js';

const password = 'tulip fence 40 harbour';

describe('the second factor', () => {
  let bed: AccountsBed;
  let bodyId: string;
  let actor: Extract<Actor, { kind: 'officer' }>;
  let email: string;
  const sql = <Row>(text: string) => bed.database.query<Row>(text, [actor.id]);
  const signIn = () => bed.get(SignIn).execute({ email, password, address: newId() });
  const pending = async () => {
    const outcome = await signIn();
    if (outcome.kind !== 'code-awaited') throw new Error('no code is awaited');
    return outcome.pendingToken;
  };
  const enter = (pendingToken: string, code: string) => bed.get(CompleteSignIn).execute({ pendingToken, code });
  const sessionOf = async (token: string) => {
    const session = await bed.get(CurrentSession).execute(token);
    if (!session) throw new Error('the session has ended');
    return session;
  };
  /** With a code of now; its step counts as unused again, so that the tests need not wait for the next. */
  const enrolled = async (isUsedUp = false) => {
    const outcome = await signIn();
    if (outcome.kind !== 'signed-in') throw new Error('a code is awaited');
    const { id: sessionId } = await sessionOf(outcome.token);
    const { secret, offer } = await bed.get(OfferFactor).execute(sessionId, actor);
    const set = await bed.get(SetFactor).execute({ offer, code: codeOf(secret), sessionId }, actor);
    if (!isUsedUp) await sql('update officer_factor set last_step = 0 where officer_id = $1');
    return { secret, offer, sessionId, before: outcome.token, ...set };
  };
  const setAnother = async () => {
    const sessionId = newId();
    const { secret, offer } = await bed.get(OfferFactor).execute(sessionId, actor);
    return (await bed.get(SetFactor).execute({ offer, code: codeOf(secret), sessionId }, actor)).recoveryCodes;
  };
  const blocked = () =>
    bed.database.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'`,
    );

  beforeAll(async () => {
    bed = await accountsBed();
    bodyId = bed.bodyId;
  });
  beforeEach(async () => {
    email = `${newId()}@mne.gov.kz`;
    const account = { email, name: 'Әсел', password, bodyId, roles: ['officer'] as const };
    const id = await bed.get(CreateOfficer).execute(account, system('test'));
    actor = { kind: 'officer', id, name: 'Әсел', bodyId, roles: ['officer'] };
  });
  afterAll(() => bed.stop());

  it('is set by its first code: every session ends, the one that asked goes on, the secret is sealed', async () => {
    const other = await signIn();
    const { before, token, recoveryCodes, secret } = await enrolled();
    expect(await bed.get(CurrentSession).execute(before)).toBeUndefined();
    if (other.kind === 'signed-in') expect(await bed.get(CurrentSession).execute(other.token)).toBeUndefined();
    expect(await sessionOf(token)).toMatchObject({ hasFactor: true, isRecent: true });
    expect(new Set(recoveryCodes).size).toBe(10);
    const [row] = await sql<{ sealed: Buffer }>(
      'select sealed_secret as sealed from officer_factor where officer_id = $1',
    );
    expect(row?.sealed.toString('latin1')).not.toContain(secret);
    const acts = await sql<{ act: string; data: string }>(
      `select act, data from ledger_entry where subject_id = $1 order by at desc limit 1`,
    );
    expect(acts).toEqual([{ act: 'officer.factor-set', data: '{}' }]);
  });

  it.each([
    ['a wrong code', (offer: string) => ({ offer, code: '000000' }), 'code'],
    ['no code', (offer: string) => ({ offer, code: '' }), 'code'],
    ['an offer that was changed', (offer: string) => ({ offer: `${offer}x`.slice(1), code: '123456' }), 'offer'],
    ['an offer that is none', () => ({ offer: '', code: '123456' }), 'offer'],
  ])('is not set by %s', async (_, given, field) => {
    const outcome = await signIn();
    if (outcome.kind !== 'signed-in') throw new Error('a code is awaited');
    const { id: sessionId } = await sessionOf(outcome.token);
    const { offer } = await bed.get(OfferFactor).execute(sessionId, actor);
    await expect(bed.get(SetFactor).execute({ ...given(offer), sessionId }, actor)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { faults: [{ field, fault: 'wrong' }] },
    });
    expect(await bed.get(OwnAccess).factorOf(actor.id)).toBeUndefined();
  });

  it('is not set by the offer of another session', async () => {
    const { offer, secret } = await enrolled();
    await expect(
      bed.get(SetFactor).execute({ offer, code: codeOf(secret, 1), sessionId: newId() }, actor),
    ).rejects.toMatchObject({ details: { faults: [{ field: 'offer', fault: 'wrong' }] } });
  });

  it('is asked for after the password, and opens the session once', async () => {
    const { secret } = await enrolled();
    const waiting = await pending();
    expect(await bed.get(CurrentSession).execute(waiting)).toBeUndefined();
    const { token } = await enter(waiting, codeOf(secret));
    expect(await sessionOf(token)).toMatchObject({ actor: { id: actor.id }, hasFactor: true });
    await expect(enter(waiting, codeOf(secret, 1))).rejects.toMatchObject({ details: { hasLapsed: true } });
  });

  it('takes a step of the clock once, of two at the same moment one', async () => {
    const { secret } = await enrolled();
    const both = [await pending(), await pending()];
    const code = codeOf(secret);
    const outcomes = await Promise.allSettled(both.map((waiting) => enter(waiting, code)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(enter(await pending(), code)).rejects.toMatchObject({ code: 'sign-in-failed' });
    expect((await enter(await pending(), codeOf(secret, 1))).officer.id).toBe(actor.id);
  });

  it('does not take the code that set it again', async () => {
    const { secret } = await enrolled(true);
    await expect(enter(await pending(), codeOf(secret))).rejects.toMatchObject({ code: 'sign-in-failed' });
  });

  it('takes each recovery code once, and says how many are left', async () => {
    const { recoveryCodes } = await enrolled();
    const [code = ''] = recoveryCodes;
    expect((await enter(await pending(), code.toLowerCase())).kind).toBe('signed-in');
    await expect(enter(await pending(), code)).rejects.toMatchObject({ code: 'sign-in-failed' });
    expect(await bed.get(OwnAccess).factorOf(actor.id)).toMatchObject({ recoveryCodesLeft: 9 });
    const [entry] = await sql<{ data: string }>(
      'select data from ledger_entry where subject_id = $1 order by at desc limit 1',
    );
    expect(entry?.data).toBe('{"factor":"recovery-code"}');
    const stored = await sql('select code_hash from recovery_code where officer_id = $1');
    expect(JSON.stringify(stored)).not.toContain(code);
  });

  it('voids the recovery codes before when new ones are made', async () => {
    const { recoveryCodes } = await enrolled();
    const [renewed = ''] = await bed.get(RenewRecoveryCodes).execute(actor);
    await expect(enter(await pending(), recoveryCodes[0] ?? '')).rejects.toMatchObject({ code: 'sign-in-failed' });
    expect((await enter(await pending(), renewed)).kind).toBe('signed-in');
  });

  it.each([
    ['two renewals', () => bed.get(RenewRecoveryCodes).execute(actor)],
    ['a renewal and another factor', () => setAnother()],
  ])('keeps the ten recovery codes of one, of %s at once', async (_, other) => {
    await enrolled();
    const codes = 'select code_hash as hash from recovery_code where officer_id = $1';
    const outcomes = await bed.get(Transactions).run(async (tx) => {
      await tx.query(`${codes} for update`, [actor.id]);
      const both = [bed.get(RenewRecoveryCodes).execute(actor), other()];
      while ((await blocked()).length < both.length) await new Promise((resolve) => setTimeout(resolve, 10));
      return { both };
    });
    const shown = await Promise.all(outcomes.both);
    const kept = (await sql<{ hash: Buffer }>(codes)).map(({ hash }) => hash.toString('hex'));
    const hashes = shown.map((each) => each.map((code) => recoveryCodeHash(code).toString('hex')).toSorted());
    expect(hashes).toContainEqual(kept.toSorted());
  });

  it('has no recovery codes without a factor', async () => {
    await expect(bed.get(RenewRecoveryCodes).execute(actor)).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it.each([
    ['five minutes pass', `update pending_sign_in set expires_at = clock_timestamp() where officer_id = $1`],
    ['the password changes', `update officer set password_hash = 'x' where id = $1`],
    ['the officer is deactivated', `update officer set is_active = false where id = $1`],
    ['the factor is taken away', `delete from officer_factor where officer_id = $1`],
  ])('ends the wait for a code once %s', async (_, change) => {
    const { secret } = await enrolled();
    const waiting = await pending();
    await sql(change);
    await expect(enter(waiting, codeOf(secret))).rejects.toMatchObject({ details: { hasLapsed: true } });
  });

  it.each(['', 'x', 'A'.repeat(43)])('waits for nobody by the token %s', async (token) =>
    expect(enter(token, '123456')).rejects.toMatchObject({ details: { hasLapsed: true } }),
  );

  it('lets at most ten codes be tried, wherever they come from, and then takes no right one either', async () => {
    const { secret } = await enrolled();
    for (let count = 0; count < 10; count += 1)
      await expect(enter(await pending(), '000000')).rejects.toMatchObject({ details: {} });
    await expect(enter(await pending(), codeOf(secret))).rejects.toMatchObject({
      details: { waitSeconds: expect.any(Number) },
    });
  });
});
