import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, newId, system } from '#lib/kernel';
import { OwnAccess } from '../../queries/own-access.js';
import { type AccountsBed, accountsBed } from '../../testing/accounts-bed.js';
import { codeOf } from '../../testing/authenticator.js';
import { insertBody } from '../../testing/state-body-table.js';
import { ChangePassword } from '../change-password.js';
import { CreateOfficer } from '../create-officer.js';
import { OfferFactor } from '../second-factor/offer-factor.js';
import { SetFactor } from '../second-factor/set-factor.js';
import { SignIn } from '../sign-in.js';
import { ConfirmIdentity } from './confirm-identity.js';
import { CurrentSession } from './current-session.js';
import { EndSession } from './end-session.js';

const password = 'tulip fence 40 harbour';
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('own sessions', () => {
  let bed: AccountsBed;
  let bodyId: string;
  let actor: Extract<Actor, { kind: 'officer' }>;
  let email: string;
  const sql = <Row>(text: string) => bed.database.query<Row>(text, [actor.id]);
  const current = (token: string) => bed.get(CurrentSession).execute(token);
  const opened = async (as = email, given = password) => {
    const outcome = await bed.get(SignIn).execute({ email: as, password: given, address: '192.0.2.7', userAgent });
    if (outcome.kind !== 'signed-in') throw new Error('a code is awaited');
    const session = await current(outcome.token);
    if (!session) throw new Error('the session has ended');
    return { token: outcome.token, id: session.id };
  };
  const officer = async (address: string): Promise<typeof actor> => {
    const account = { email: address, name: 'Әсел', password, bodyId, roles: ['officer'] as const };
    const id = await bed.get(CreateOfficer).execute(account, system('test'));
    return { kind: 'officer', id, name: 'Әсел', bodyId, roles: ['officer'] };
  };
  const age = () =>
    sql(`update officer_session set confirmed_at = clock_timestamp() - interval '15 minutes' where officer_id = $1`);

  beforeAll(async () => {
    bed = await accountsBed();
    bodyId = bed.bodyId;
  });
  beforeEach(async () => {
    email = `${newId()}@mne.gov.kz`;
    actor = await officer(email);
  });
  afterAll(() => bed.stop());

  it('are listed with place and time, and without their tokens', async () => {
    const [one, two] = [await opened(), await opened()];
    const listed = await bed.get(OwnAccess).sessionsOf(actor.id);
    expect(listed.map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(listed[0]).toEqual({
      id: expect.any(String),
      addressBlock: '192.0.2.0/24',
      device: 'Firefox, Linux',
      openedAt: expect.stringMatching(/Z$/),
      seenAt: expect.stringMatching(/Z$/),
    });
    await sql(`update officer_session set expires_at = clock_timestamp() where officer_id = $1`);
    expect(await bed.get(OwnAccess).sessionsOf(actor.id)).toEqual([]);
  });

  it('are ended one by one, and all but this one', async () => {
    const [one, two, three] = [await opened(), await opened(), await opened()];
    await bed.get(EndSession).execute(two.id, actor);
    expect([await current(one.token), await current(two.token)]).toEqual([expect.anything(), undefined]);
    expect(await bed.get(EndSession).others(three.id, actor)).toBe(1);
    expect([await current(one.token), await current(three.token)]).toEqual([undefined, expect.anything()]);
    const acts = await sql<{ act: string }>(
      `select act from ledger_entry where subject_id = $1 and act = 'officer.session-ended'`,
    );
    expect(acts.length).toBe(2);
  });

  it('of somebody else are not ended, nor one that is none', async () => {
    const stranger = await officer(`${newId()}@mne.gov.kz`);
    const { id, token } = await opened();
    for (const no of [id, newId(), 'x', ''])
      await expect(bed.get(EndSession).execute(no, stranger)).rejects.toMatchObject({ code: 'not-found' });
    expect(await bed.get(EndSession).others(newId(), stranger)).toBe(0);
    expect(await current(token)).toBeDefined();
    await expect(bed.get(EndSession).execute(id, system('test'))).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it.each([
    ['roles', `update officer set roles = '{officer,signer}' where id = $1`],
    ['activity', `update officer set is_active = false where id = $1`],
    ['password', `update officer set password_hash = 'x' where id = $1`],
    ['address', `update officer set email = 'new' || email where id = $1`],
    ['new factor', `insert into officer_factor (officer_id, sealed_secret, last_step) values ($1, 'x', 0)`],
  ])('end at once with a change of %s', async (_, change) => {
    const { token } = await opened();
    await sql(change);
    expect(await current(token)).toBeUndefined();
  });

  it('end at once with a change of body, and with a factor that is changed or taken away, but not with its use', async () => {
    const body = await opened();
    await bed.database.query('update officer set body_id = $2 where id = $1', [
      actor.id,
      await insertBody(bed.database),
    ]);
    expect(await current(body.token)).toBeUndefined();
    await sql(`insert into officer_factor (officer_id, sealed_secret, last_step) values ($1, 'x', 0)`);
    for (const [change, isAlive] of [
      [`update officer_factor set last_step = 7 where officer_id = $1`, true],
      [`update officer_factor set sealed_secret = 'y' where officer_id = $1`, false],
      [`delete from officer_factor where officer_id = $1`, false],
    ] as const) {
      await sql(
        `insert into officer_session (id, token_hash, officer_id, expires_at) values (gen_random_uuid(), gen_random_uuid()::text::bytea, $1, 'infinity')`,
      );
      await sql(change);
      const [row] = await sql<{ count: number }>(
        'select count(*)::int as count from officer_session where officer_id = $1',
      );
      expect([change, (row?.count ?? 0) > 0]).toEqual([change, isAlive]);
    }
  });

  describe('the confirmation', () => {
    it('lasts 15 minutes from the sign-in, and is given again by the password', async () => {
      const { token, id: sessionId } = await opened();
      expect(await current(token)).toMatchObject({ isRecent: true });
      await age();
      expect(await current(token)).toMatchObject({ isRecent: false });
      await bed.get(ConfirmIdentity).execute({ sessionId, password }, actor);
      expect(await current(token)).toMatchObject({ isRecent: true });
      const [entry] = await sql<{ act: string }>(
        'select act from ledger_entry where subject_id = $1 order by at desc limit 1',
      );
      expect(entry?.act).toBe('officer.confirmed-identity');
    });

    it('is refused for a wrong password, and after ten of them for the right one', async () => {
      const { token, id: sessionId } = await opened();
      await age();
      const confirm = (given: string) => bed.get(ConfirmIdentity).execute({ sessionId, password: given }, actor);
      for (let count = 0; count < 10; count += 1)
        await expect(confirm('wrong password 1')).rejects.toMatchObject({ code: 'sign-in-failed', details: {} });
      await expect(confirm(password)).rejects.toMatchObject({ details: { waitSeconds: expect.any(Number) } });
      expect(await current(token)).toMatchObject({ isRecent: false });
    });

    it('wants the code too where there is a factor', async () => {
      const { id } = await opened();
      const { secret, offer } = await bed.get(OfferFactor).execute(id, actor);
      const set = { offer, code: codeOf(secret), sessionId: id };
      const { token } = await bed.get(SetFactor).execute(set, actor);
      await sql('update officer_factor set last_step = 0 where officer_id = $1');
      await age();
      const sessionId = (await current(token))?.id ?? '';
      const confirm = (code?: string) =>
        bed.get(ConfirmIdentity).execute({ sessionId, password, ...(code ? { code } : {}) }, actor);
      await expect(confirm()).rejects.toMatchObject({ code: 'sign-in-failed' });
      await expect(confirm('000000')).rejects.toMatchObject({ code: 'sign-in-failed' });
      await confirm(codeOf(secret));
      expect(await current(token)).toMatchObject({ isRecent: true });
    });
  });

  describe('ChangePassword', () => {
    it('ends every session but the one that asks, which goes on under a new token in the same place', async () => {
      const [own, other] = [await opened(), await opened()];
      const next = 'a quite different 7 sentence';
      const token = await bed.get(ChangePassword).execute({ password: next, sessionId: own.id }, actor);
      expect([await current(own.token), await current(other.token)]).toEqual([undefined, undefined]);
      expect(await current(token)).toMatchObject({ isRecent: true, actor: { id: actor.id } });
      expect((await bed.get(OwnAccess).sessionsOf(actor.id))[0]).toMatchObject({ device: 'Firefox, Linux' });
      await expect(opened()).rejects.toMatchObject({ code: 'sign-in-failed' });
      expect((await opened(email, next)).token).toBeDefined();
    });
    it.each([
      ['short', 'kV8-qz', 'too-short'],
      ['leaked', 'Password12345!', 'too-common'],
    ])('refuses a %s one and leaves everything as it was', async (_, next, fault) => {
      const { token, id } = await opened();
      await expect(bed.get(ChangePassword).execute({ password: next, sessionId: id }, actor)).rejects.toMatchObject({
        code: 'invalid-input',
        details: { faults: [{ field: 'password', fault }] },
      });
      expect(await current(token)).toBeDefined();
    });
  });
});
