import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { type Actor, newId, system } from '#lib/kernel';
import { type AccountsBed, accountsBed } from '../testing/accounts-bed.js';
import { codeOf } from '../testing/authenticator.js';
import { CreateOfficer } from './create-officer.js';
import { BindToProvider } from './provider/bind-to-provider.js';
import { ConfirmByCode } from './provider/confirm-by-code.js';
import { OfferFactor } from './second-factor/offer-factor.js';
import { SetFactor } from './second-factor/set-factor.js';
import { ConfirmIdentity } from './sessions/confirm-identity.js';

const password = 'tulip fence 40 harbour';
const issuer = 'https://id.example.kz';

describe('an act at a session that a change of the account ends meanwhile', () => {
  let bed: AccountsBed;
  let actor: Extract<Actor, { kind: 'officer' }>;
  const sql = (text: string, more: unknown[] = []) => bed.database.query(text, [actor.id, ...more]);

  beforeAll(async () => {
    bed = await accountsBed();
  });
  beforeEach(async () => {
    const { bodyId } = bed;
    const account = { email: `${newId()}@mne.gov.kz`, name: 'Әсел', password, bodyId, roles: ['officer'] as const };
    const id = await bed.get(CreateOfficer).execute(account, system('test'));
    actor = { kind: 'officer', id, name: 'Әсел', bodyId, roles: ['officer'] };
  });
  afterAll(() => bed.stop());

  const opened = async (by: string | null = null) => {
    const id = newId();
    await sql(
      `insert into officer_session (id, token_hash, officer_id, expires_at, issuer, proved_at)
       values ($2, $3, $1, 'infinity', $4::text, case when $4::text is not null then clock_timestamp() end)`,
      [id, Buffer.from(id), by],
    );
    return id;
  };
  const withFactor = async () => {
    const sessionId = await opened();
    const { secret, offer } = await bed.get(OfferFactor).execute(sessionId, actor);
    await bed.get(SetFactor).execute({ offer, code: codeOf(secret), sessionId }, actor);
    await sql('update officer_factor set last_step = 0 where officer_id = $1');
    return codeOf(secret);
  };
  const untilSomebodyWaits = async () => {
    const waits = `select pid from pg_locks join pg_stat_activity using (pid)
      where not granted and datname = current_database()`;
    for (let tries = 0; tries < 100 && (await bed.database.query(waits)).length === 0; tries += 1)
      await bed.database.query('select pg_sleep(0.02)');
  };
  /** What becomes of the act when it begins while roles are changed. */
  const outcomeOf = async (act: () => Promise<unknown>) => {
    let acted: Promise<unknown> = Promise.resolve();
    await bed.get(Transactions).run(async (tx) => {
      await tx.query('select from officer where id = $1 for update', [actor.id]);
      acted = act().then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
      await untilSomebodyWaits();
      await tx.query(`update officer set roles = '{officer,signer}' where id = $1`, [actor.id]);
    });
    return acted;
  };

  it('by password is refused, and the change goes through', async () => {
    const sessionId = await opened();
    const act = () => bed.get(ConfirmIdentity).execute({ sessionId, password }, actor);
    expect(await outcomeOf(act)).toBe('sign-in-failed');
  });

  it('by code is refused, and the change goes through', async () => {
    const code = await withFactor();
    const sessionId = await opened(issuer);
    const act = () => bed.get(ConfirmByCode).execute({ sessionId, code }, actor);
    expect(await outcomeOf(act)).toBe('sign-in-failed');
  });

  it('binding the official is refused, and the change goes through', async () => {
    const sessionId = await opened();
    const act = () => bed.get(BindToProvider).execute({ issuer, subject: newId() }, sessionId);
    expect(await outcomeOf(act)).toBe('sign-in-failed');
    expect(await sql('select from officer_binding where officer_id = $1')).toEqual([]);
  });

  it('is done when nothing changed', async () => {
    const code = await withFactor();
    const [own, its] = [await opened(), await opened(issuer)];
    await bed.get(ConfirmByCode).execute({ sessionId: its, code }, actor);
    await bed.get(BindToProvider).execute({ issuer, subject: newId() }, own);
    expect(await sql('select from officer_session where officer_id = $1 and proved_at is not null')).toEqual([]);
    expect(await sql('select from officer_binding where officer_id = $1')).toHaveLength(1);
  });
});
