import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Queryable } from '#lib/database';
import { system } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { startTestBed, type TestBed } from '#lib/testing';
import { profileById, registerProfiles } from '#lib/time-limits';
import { ProcedureProfilesModule } from './procedure-profiles.module.js';
import { ProfileRegister } from './profile-register.js';
import { versionOf } from './testing/new-profile.js';
import { AddProcedureProfile } from './use-cases/add-procedure-profile.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed({
    imports: [LedgerModule, ProcedureProfilesModule],
    now: '2026-11-27T06:00:00Z',
  });
  await bed.get(AddProcedureProfile).execute(versionOf('uk', { id: 'uk-2027' }), system('test'));
});
afterAll(() => bed.stop());

/** A look that has read what there is, and ends when it is told to. */
async function slowLook() {
  const signs = new EventEmitter();
  const end = once(signs, 'end');
  const hasRead = once(signs, 'read');
  const q: Queryable = {
    query: async <Row>(sql: string) => {
      const rows = await bed.database.query<Row>(sql);
      signs.emit('read');
      await end;
      return rows;
    },
  };
  const taken = bed.get(ProfileRegister).load(q);
  await hasRead;
  return { finish: () => signs.emit('end'), taken };
}

const change = (sql: string) =>
  bed.database.query(`alter table procedure_profile disable trigger user; ${sql};
    alter table procedure_profile enable trigger user`);

it('an older look that ends after a newer one is not taken over', async () => {
  const { finish, taken } = await slowLook();
  await change(`update procedure_profile set valid_from = '2027-02-01'`);
  await bed.get(ProfileRegister).load();
  finish();
  await taken;
  expect(profileById('uk-2027').validFrom).toBe('2027-02-01');
});

it('one that a newer look failed before is', async () => {
  registerProfiles([]);
  const { finish, taken } = await slowLook();
  await change(`update procedure_profile set rules = jsonb_set(rules, '{closing,zone}', '"Mars/North"')`);
  await expect(bed.get(ProfileRegister).load()).rejects.toThrow('uk-2027 is not coherent');
  finish();
  await taken;
  expect(profileById('uk-2027').closing.zone).toBe('Europe/London');
});
