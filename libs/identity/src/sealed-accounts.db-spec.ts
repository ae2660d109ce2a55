import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { system } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { startTestBed, type TestBed } from '#lib/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { aboutFactor } from './factor-check.js';
import { IdentityModule } from './identity.module.js';
import { SealedAccounts } from './sealed-accounts.js';
import { Sealing } from './sealing.js';
import { sealBy } from './testing/seal-by.js';
import { insertBody, StateBodyTable } from './testing/state-body-table.js';
import { CreateOfficer } from './use-cases/create-officer.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed({ imports: [IdentityModule, LedgerModule, TypeOrmModule.forFeature([StateBodyTable])] });
});
afterAll(() => bed.stop());

const inUse = (accounts: SealedAccounts) => bed.get(Transactions).run((tx) => accounts.keysInUse(tx));

it('seals second factors by the newest key, so that the older may go', async () => {
  const officerId = await bed.get(CreateOfficer).execute(
    {
      email: 'asel@mne.gov.kz',
      name: 'Әсел',
      password: 'tulip fence 40 harbour',
      bodyId: await insertBody(bed.database),
      roles: ['officer'],
    },
    system('test'),
  );
  const old = new Sealing(sealBy('k1')).seal('JBSWY3DP', aboutFactor(officerId));
  await bed.database.query('insert into officer_factor (officer_id, sealed_secret, last_step) values ($1, $2, 0)', [
    officerId,
    old,
  ]);
  const accounts = new SealedAccounts(bed.get(Transactions), sealBy('k1', 'k2'));
  expect(await inUse(accounts)).toEqual(['k1']);
  expect(await accounts.reseal('k2')).toBe(1);
  expect([await inUse(accounts), await accounts.reseal('k2')]).toEqual([['k2'], 0]);
  const [row] = await bed.database.query<{ secret: Buffer }>('select sealed_secret as secret from officer_factor');
  expect(new Sealing(sealBy('k2')).open(row?.secret ?? Buffer.of(), aboutFactor(officerId))).toBe('JBSWY3DP');
});

describe('a link whose letter was never sent', () => {
  const holds = async (table: string, columns: string, values: string) => {
    const sealed = new Sealing(sealBy('k1')).seal('link', 'a letter');
    await bed.database.query(
      `insert into ${table} (id, token_hash, sealed_token, ${columns})
       select gen_random_uuid(), gen_random_uuid()::text::bytea, $1, ${values} from officer o limit 1`,
      [sealed],
    );
    const keys = await inUse(new SealedAccounts(bed.get(Transactions), sealBy('k1', 'k2')));
    await bed.database.query(`delete from ${table}`);
    return keys.includes('k1');
  };
  const [past, future] = [-1, 1].map((hours) => `clock_timestamp() + interval '${hours} hours'`);

  it.each([
    ['is open', 'expires_at', future, true],
    ['has expired', 'expires_at', past, false],
    ['was used up', 'expires_at, used_at', `${future}, ${past}`, false],
  ])('of a password reset that %s', async (_, columns, values, isHeld) =>
    expect(await holds('password_reset', `officer_id, ${columns}`, `o.id, ${values}`)).toBe(isHeld),
  );

  it.each([
    ['is open', 'expires_at', future, true],
    ['has expired', 'expires_at', past, false],
    ['was withdrawn', 'expires_at, withdrawn_at', `${future}, ${past}`, false],
  ])('of an invitation that %s', async (_, columns, values, isHeld) => {
    const invited = `o.body_id, 'new@mne.gov.kz', o.roles, 'kk', 'test', ${values}`;
    expect(await holds('officer_invitation', `body_id, email, roles, language, invited_by, ${columns}`, invited)).toBe(
      isHeld,
    );
  });
});

it('changes nothing when a factor cannot be opened', async () => {
  await bed.database.query(`update officer_factor set sealed_secret = sealed_secret || '\\x00'`);
  const accounts = new SealedAccounts(bed.get(Transactions), sealBy('k1', 'k2'));
  await expect(accounts.reseal('k1')).rejects.toThrow('what was sealed cannot be opened');
  expect(await inUse(accounts)).toEqual(['k2']);
});
