import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, newId, type Role, system } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { startTestBed, type TestBed } from '#lib/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../identity.module.js';
import { insertBody, StateBodyTable } from '../testing/state-body-table.js';
import { CreateOfficer } from './create-officer.js';
import { CurrentSession } from './sessions/current-session.js';
import { SignIn, type SignInFailed } from './sign-in.js';
import { SignOut } from './sign-out.js';

const password = 'tulip fence 40 harbour';

describe('identity', () => {
  let bed: TestBed;
  let bodyId: string;
  let officerId: string;
  let email: string;
  const create = (change: object = {}, actor: Actor = system('test')) =>
    bed.get(CreateOfficer).execute({ email, name: 'Әсел', password, bodyId, roles: ['officer'], ...change }, actor);
  const signIn = async (given = password, address: string = newId(), as = email) => {
    const outcome = await bed.get(SignIn).execute({ email: as, password: given, address });
    if (outcome.kind !== 'signed-in') throw new Error('a code is awaited');
    return outcome;
  };
  const actorOf = async (token: string) => (await bed.get(CurrentSession).execute(token))?.actor;
  const sql = (text: string) => bed.database.query(text, [officerId]);
  const acts = () => sql('select act, actor, data from ledger_entry where subject_id = $1 order by at');

  beforeAll(async () => {
    bed = await startTestBed({ imports: [IdentityModule, LedgerModule, TypeOrmModule.forFeature([StateBodyTable])] });
    bodyId = await insertBody(bed.database);
  });
  beforeEach(async () => {
    email = `${newId()}@mne.gov.kz`;
    officerId = await create();
  });
  afterAll(() => bed.stop());

  describe('CreateOfficer', () => {
    it('makes an account and tells the ledger neither name nor address', async () => {
      const [entry] = (await acts()) as { act: string; data: string }[];
      expect(entry).toMatchObject({ act: 'officer.created', data: JSON.stringify({ bodyId, roles: ['officer'] }) });
      const [row] = (await sql('select password_hash as hash from officer where id = $1')) as { hash: string }[];
      expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    });
    it('makes one account of an address, however it is written', async () => {
      await expect(create({ email: ` ${email.toUpperCase()} ` })).rejects.toMatchObject({ code: 'conflict' });
    });
    it.each([
      ['a short password', { password: 'kV8-qz' }, { field: 'password', fault: 'too-short' }],
      ['no role', { roles: [] }, { field: 'roles', fault: 'missing' }],
      ['a role that is none', { roles: ['root'] }, { field: 'roles', fault: 'unknown' }],
      ['an address that is none', { email: 'mne' }, { field: 'email', fault: 'not-an-address' }],
      ['a name that turns the text around', { name: 'a\u202eb' }, { field: 'name', fault: 'control-character' }],
      ['a body that is not there', { email: 'a@b.kz', bodyId: newId() }, { field: 'bodyId', fault: 'unknown' }],
      ['a body id that is none', { email: 'a@b.kz', bodyId: 'x' }, { field: 'bodyId', fault: 'unknown' }],
    ])('refuses %s', async (_, change, fault) =>
      expect(create(change)).rejects.toMatchObject({ code: 'invalid-input', details: { faults: [fault] } }),
    );
    it.each([
      ['administrator', 'made'],
      ['officer', 'not-allowed'],
      ['signer', 'not-allowed'],
    ])('for a %s: %s', async (role, outcome) => {
      const actor: Actor = { kind: 'officer', id: newId(), name: 'A', bodyId, roles: [role as Role] };
      const attempt = create({ email: `${newId()}@x.kz` }, actor).then(
        () => 'made',
        ({ code }: { code: string }) => code,
      );
      expect(await attempt).toBe(outcome);
    });
  });

  describe('SignIn', () => {
    it('opens a session for the right password and tells the ledger', async () => {
      const { token, officer } = await signIn(password, 'a', ` ${email.toUpperCase()}`);
      expect(officer).toEqual({ id: officerId, name: 'Әсел', bodyId, roles: ['officer'], language: 'kk' });
      expect(await actorOf(token)).toEqual({
        kind: 'officer',
        id: officerId,
        name: 'Әсел',
        bodyId,
        roles: ['officer'],
      });
      expect(await acts()).toMatchObject([{}, { act: 'officer.signed-in', actor: `officer:${officerId}` }]);
    });
    it('keeps no token, only its hash', async () => {
      const { token } = await signIn();
      const rows = await sql('select token_hash from officer_session where officer_id = $1');
      expect(JSON.stringify(rows)).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
    });
    it('gives the same answer for a wrong password, an unknown address and a closed account', async () => {
      const answerOf = (attempt: Promise<unknown>) =>
        attempt.catch(({ code, message, details }: SignInFailed) => ({ code, message, details }));
      const wrong = await answerOf(signIn('wrong password 1'));
      const unknown = await answerOf(signIn(password, 'a', 'nobody@mne.gov.kz'));
      await sql('update officer set is_active = false where id = $1');
      expect([unknown, await answerOf(signIn())]).toEqual([wrong, wrong]);
      expect(wrong).toEqual({ code: 'sign-in-failed', message: expect.any(String), details: {} });
    });
    it('works as long for an unknown address as for a known one', async () => {
      const timeOf = async (as: string) => {
        const started = performance.now();
        await signIn('wrong password 1', newId(), as).catch(() => undefined);
        return performance.now() - started;
      };
      const [known, unknown] = [[], []] as [number[], number[]];
      for (let round = 0; round < 5; round += 1) {
        known.push(await timeOf(email));
        unknown.push(await timeOf(`${newId()}@mne.gov.kz`));
      }
      expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
    });
    it.each(['', '\0', 'x'.repeat(100_000)])('does not fall over an odd password', async (odd) =>
      expect(signIn(odd)).rejects.toMatchObject({ code: 'sign-in-failed' }),
    );
    it('does not fall over an odd address', async () =>
      expect(signIn(password, 'a', `a\0${email}`)).rejects.toMatchObject({ code: 'sign-in-failed' }));
  });

  describe('the count of failures', () => {
    const fail = (times: number, address: string) =>
      Promise.allSettled(Array.from({ length: times }, () => signIn('wrong password 1', address)));

    it('makes the eleventh wait, even with the right password, and says how long', async () => {
      await fail(10, 'a');
      const attempt = signIn(password, 'a');
      await expect(attempt).rejects.toMatchObject({
        code: 'sign-in-failed',
        details: { waitSeconds: expect.any(Number) },
      });
      await attempt.catch(({ details }: SignInFailed) => {
        expect(details['waitSeconds']).toBeGreaterThan(14 * 60);
        expect(details['waitSeconds']).toBeLessThanOrEqual(15 * 60);
      });
    });
    it('does not make the same person wait at another address', async () => {
      await fail(10, 'a');
      expect((await signIn(password, 'b')).officer.id).toBe(officerId);
    });
    it('makes somebody without an account wait as well', async () => {
      const unknown = `${newId()}@mne.gov.kz`;
      for (let count = 0; count < 10; count += 1) await signIn('x', 'a', unknown).catch(() => undefined);
      await expect(signIn('x', 'a', unknown)).rejects.toMatchObject({ details: { waitSeconds: expect.any(Number) } });
    });
    it('is forgotten after 15 minutes and after a success', async () => {
      await fail(9, 'a');
      await signIn(password, 'a');
      await fail(10, 'a');
      await bed.database.query(`update sign_in_attempt set attempted_at = attempted_at - interval '15 minutes'`);
      expect((await signIn(password, 'a')).officer.id).toBe(officerId);
      expect(await bed.database.query('select from sign_in_attempt')).toEqual([]);
    });
    it('lets at most ten of thirty at once look at the password', async () => {
      const outcomes = await fail(30, 'a');
      const looked = outcomes.filter(
        (outcome) => outcome.status === 'rejected' && !('waitSeconds' in (outcome.reason as SignInFailed).details),
      );
      expect(looked.length).toBeLessThanOrEqual(10);
    });
  });

  describe('CurrentSession', () => {
    it.each([
      ['the officer signs out', async (token: string) => bed.get(SignOut).execute(token)],
      ['the officer is deactivated', () => sql('update officer set is_active = false where id = $1')],
      ['the roles change', () => sql(`update officer set roles = '{officer,signer}' where id = $1`)],
      ['the password changes', () => sql(`update officer set password_hash = 'x' where id = $1`)],
      [
        '30 minutes pass idle',
        () =>
          sql(`update officer_session set seen_at = clock_timestamp() - interval '30 minutes' where officer_id = $1`),
      ],
      ['12 hours pass', () => sql(`update officer_session set expires_at = clock_timestamp() where officer_id = $1`)],
    ])('knows nobody once %s', async (_, end) => {
      const { token } = await signIn();
      expect(await actorOf(token)).toBeDefined();
      await end(token);
      expect(await actorOf(token)).toBeUndefined();
    });
    it('keeps a session alive while it is used, and leaves the others when one is closed', async () => {
      const [one, other] = [await signIn(), await signIn()];
      await sql(`update officer_session set seen_at = clock_timestamp() - interval '29 minutes' where officer_id = $1`);
      expect(await actorOf(one.token)).toBeDefined();
      await sql(`update officer_session set seen_at = seen_at - interval '20 minutes' where officer_id = $1`);
      expect(await actorOf(one.token)).toBeDefined();
      expect(await actorOf(other.token)).toBeUndefined();
      await bed.get(SignOut).execute(other.token);
      expect(await actorOf(one.token)).toBeDefined();
    });
    it('opens sessions of 12 hours, however often they are used', async () => {
      await signIn();
      const [row] = (await sql(
        `select extract(epoch from expires_at - created_at)::int as seconds from officer_session where officer_id = $1`,
      )) as { seconds: number }[];
      expect(row?.seconds).toBe(12 * 60 * 60);
    });
    it.each(['', 'x', 'A'.repeat(43), `' or 1=1`])('knows nobody by %s', async (token) => {
      expect(await actorOf(token)).toBeUndefined();
      await bed.get(SignOut).execute(token);
    });
    it('does not end a session when only the name changes', async () => {
      const { token } = await signIn();
      await sql(`update officer set name = 'Әсел Б.' where id = $1`);
      expect(await actorOf(token)).toMatchObject({ name: 'Әсел Б.' });
    });
  });
});
