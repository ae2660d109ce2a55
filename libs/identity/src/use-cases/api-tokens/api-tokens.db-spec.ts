import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, newId, type Role, system } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { startTestBed, type TestBed } from '#lib/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../../identity.module.js';
import { OwnApiTokens } from '../../queries/own-api-tokens.js';
import { insertBody, StateBodyTable } from '../../testing/state-body-table.js';
import { CreateOfficer } from '../create-officer.js';
import { MakeApiToken } from './make-api-token.js';
import { RevokeApiToken } from './revoke-api-token.js';
import { TokenActor } from './token-actor.js';

const facts = { name: 'Есеп', roles: ['officer'] as Role[], access: 'WRITE', days: 30 } as const;

describe('tokens for programs', () => {
  let bed: TestBed;
  let bodyId: string;
  let actor: Extract<Actor, { kind: 'officer' }>;
  const sql = <Row>(text: string) => bed.database.query<Row>(text, [actor.id]);
  const make = (change: object = {}, by: Actor = actor) => bed.get(MakeApiToken).execute({ ...facts, ...change }, by);
  const holder = (token: string) => bed.get(TokenActor).execute(token);

  beforeAll(async () => {
    bed = await startTestBed({ imports: [IdentityModule, LedgerModule, TypeOrmModule.forFeature([StateBodyTable])] });
    bodyId = await insertBody(bed.database);
  });
  const officer = async (): Promise<typeof actor> => {
    const roles: Role[] = ['officer', 'signer'];
    const account = { email: `${newId()}@mne.gov.kz`, name: 'Әсел', password: 'tulip fence 40 harbour', bodyId, roles };
    const id = await bed.get(CreateOfficer).execute(account, system('test'));
    return { kind: 'officer', id, name: 'Әсел', bodyId, roles };
  };
  beforeEach(async () => {
    actor = await officer();
  });
  afterAll(() => bed.stop());

  it('act for their officer, with no more roles than they were given, and are kept as hashes', async () => {
    const { id, token } = await make();
    expect(token).toMatch(/^tlq_/);
    expect(await holder(token)).toEqual({
      actor: { ...actor, roles: ['officer'] },
      access: 'WRITE',
      hasFactor: false,
    });
    const rows = await sql('select * from api_token where officer_id = $1');
    expect(JSON.stringify(rows)).not.toContain(token.slice(12));
    const [entry] = await bed.database.query<{ act: string; data: string }>(
      'select act, data from ledger_entry where subject_id = $1',
      [id],
    );
    expect(entry?.act).toBe('api-token.made');
    expect(entry?.data).not.toContain('Есеп');
  });

  it('show their first letters, and when they were used last', async () => {
    const { id, token } = await make();
    const [before] = await bed.get(OwnApiTokens).of(actor.id);
    expect(before).toMatchObject({ id, name: 'Есеп', prefix: token.slice(0, 12), lastUsedAt: null, hasExpired: false });
    await holder(token);
    const [after] = await bed.get(OwnApiTokens).of(actor.id);
    expect(after?.lastUsedAt).toMatch(/Z$/);
  });

  it.each([
    [
      'it expires',
      `update api_token set created_at = created_at - interval '31 days', expires_at = clock_timestamp() where officer_id = $1`,
    ],
    ['its officer is deactivated', 'update officer set is_active = false where id = $1'],
  ])('are worth nothing once %s', async (_, change) => {
    const { token } = await make();
    await sql(change);
    expect(await holder(token)).toBeUndefined();
  });

  it('stay dead when their officer is let in again', async () => {
    const { token } = await make();
    await sql('update officer set is_active = false where id = $1');
    await sql('update officer set is_active = true where id = $1');
    expect(await holder(token)).toBeUndefined();
    expect(await bed.get(OwnApiTokens).of(actor.id)).toEqual([]);
  });

  it('end with a change of body', async () => {
    const { token } = await make();
    await bed.database.query('update officer set body_id = $2 where id = $1', [
      actor.id,
      await insertBody(bed.database),
    ]);
    expect(await holder(token)).toBeUndefined();
  });

  it('end with a change of password', async () => {
    const { token } = await make();
    await sql(`update officer set name = 'Әсел Б.', roles = '{officer}' where id = $1`);
    expect(await holder(token)).toBeDefined();
    await sql(`update officer set password_hash = 'x' where id = $1`);
    expect(await holder(token)).toBeUndefined();
    expect(await holder((await make()).token)).toBeDefined();
  });

  it('end with a factor that is taken away, not with one that is set, used or sealed anew', async () => {
    const { token } = await make();
    const { token: ofAnother } = await make({}, await officer());
    for (const change of [
      `insert into officer_factor (officer_id, sealed_secret, last_step) values ($1, 'x', 0)`,
      'update officer_factor set last_step = 7 where officer_id = $1',
      `update officer_factor set sealed_secret = 'y' where officer_id = $1`,
    ]) {
      await sql(change);
      expect([change, await holder(token)]).toEqual([change, expect.anything()]);
    }
    await sql('delete from officer_factor where officer_id = $1');
    expect([await holder(token), await holder(ofAnother)]).toEqual([undefined, expect.anything()]);
  });

  it('lose a role with their officer, and get none that they were not given', async () => {
    const { token } = await make({ roles: ['officer', 'signer'] });
    await sql(`update officer set roles = '{signer,administrator}' where id = $1`);
    expect((await holder(token))?.actor.roles).toEqual(['signer']);
    await sql(`update officer set roles = '{administrator}' where id = $1`);
    expect((await holder(token))?.actor.roles).toEqual([]);
  });

  it('are revoked by their own officer alone', async () => {
    const { id, token } = await make();
    const stranger: Actor = { ...actor, id: newId() };
    for (const no of [id, newId(), 'x'])
      await expect(bed.get(RevokeApiToken).execute(no, stranger)).rejects.toMatchObject({ code: 'not-found' });
    expect(await holder(token)).toBeDefined();
    await bed.get(RevokeApiToken).execute(id, actor);
    expect(await holder(token)).toBeUndefined();
    await expect(bed.get(RevokeApiToken).execute(id, actor)).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['a role its officer has not', { roles: ['administrator'] }, 'invalid-input'],
    ['more than a year', { days: 366 }, 'invalid-input'],
    ['no name', { name: ' ' }, 'invalid-input'],
  ])('are not made with %s', async (_, change, code) => {
    await expect(make(change)).rejects.toMatchObject({ code });
    expect(await bed.get(OwnApiTokens).of(actor.id)).toEqual([]);
  });

  it('are not made for nobody, nor more than fifty', async () => {
    await expect(make({}, system('test'))).rejects.toMatchObject({ code: 'not-allowed' });
    await sql(
      `insert into api_token (id, officer_id, name, prefix, token_hash, roles, access, expires_at)
       select gen_random_uuid(), $1, 'x', 'x', gen_random_uuid()::text::bytea, '{officer}', 'READ', clock_timestamp()
         from generate_series(1, 50)`,
    );
    await expect(make()).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each(['', 'tlq_', `tlq_${'A'.repeat(43)}`, 'A'.repeat(43)])('know nobody by %s', async (token) =>
    expect(await holder(token)).toBeUndefined(),
  );
});
