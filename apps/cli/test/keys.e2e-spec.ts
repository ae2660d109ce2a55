import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Senders } from '#lib/discussion';
import { newId } from '#lib/kernel';
import { KeyRingFile, Seal } from '#lib/privacy';
import { testKeyFile } from '#lib/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { talqy } from '../src/command-line/talqy.js';
import { type CommandBench, startCommandBench } from './run-talqy.js';

const ROWS = 1_200;

describe('talqy keys', () => {
  let bench: CommandBench;
  let ring: string;
  let env: Record<string, string>;
  const ids = Array.from({ length: ROWS }, newId);

  beforeEach(async () => {
    bench = await startCommandBench();
    ring = join(bench.home, 'ring');
    copyFileSync(testKeyFile(), ring);
    env = { TALQY_KEYS: ring };
    const senders = new Senders(new Seal(new KeyRingFile(ring)));
    const rows = ids.map((id, index) => ({
      subject_id: id,
      ...senders.sealed(id, {
        kind: 'INDIVIDUAL',
        name: `Әсел Жібекқызы ${index}`,
        email: `asel${index}@secret.example`,
      }),
    }));
    await bench.database.query(
      `insert into sealed_sender select i.subject_id, i.key_id, i.sealed, i.email_index, i.bin_index, i.name_index
         from json_to_recordset($1) as i (subject_id uuid, key_id text, sealed bytea, email_index bytea, bin_index bytea, name_index bytea)`,
      [JSON.stringify(rows)],
    );
  });
  afterEach(() => bench.stop());

  const byKey = () =>
    bench.database.query('select key_id, count(*)::int as count from sealed_sender group by 1 order by 1');
  const keysOf = () => readFileSync(ring, 'utf8').match(/^key \S+/gm);
  /** As if two minutes had gone by since the newest key was made. */
  const laterOn = () =>
    writeFileSync(
      ring,
      readFileSync(ring, 'utf8')
        .replace(/Z$/gm, '')
        .replace(/T[\d:.]+$/gm, 'T00:00:00.000Z')
        .replaceAll(/\d{4}-\d\d-\d\dT/g, '2020-01-01T'),
    );

  it('seals every sender anew, and drops the old key only when no process can hold it', async () => {
    const ran = await bench.runWith(env, 'keys', 'rotate');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(`Sealed 500 of ${ROWS} senders anew.`);
    expect(ran.out).toContain('Still in the ring: k1.');
    expect(await byKey()).toEqual([{ key_id: 'k2', count: ROWS }]);
    expect(keysOf()).toEqual(['key k1', 'key k2']);
    laterOn();
    expect((await bench.runWith(env, 'keys', 'retire')).out).toContain('Retired: k1.');
    expect(keysOf()).toEqual(['key k2']);
    expect(await new Senders(new Seal(new KeyRingFile(ring))).of(bench.database, ids[7] ?? '')).toMatchObject({
      name: 'Әсел Жібекқызы 7',
    });
  });

  it('drops a key whose last seal is on a link that has expired without its letter', async () => {
    await bench.database.query(
      `with body as (insert into state_body (id, code, kind, name_kk, name_ru)
                     values (gen_random_uuid(), 'x', 'CENTRAL', 'Орган', 'Орган') returning id),
            head as (insert into officer (id, email, name, password_hash, body_id, roles)
                     select gen_random_uuid(), 'a@mne.gov.kz', 'Әсел', 'x', id, '{officer}' from body returning id)
       insert into password_reset (id, officer_id, token_hash, sealed_token, expires_at)
       select gen_random_uuid(), id, 'x', '\\x026b31ff', clock_timestamp() from head`,
    );
    await bench.runWith(env, 'keys', 'rotate');
    laterOn();
    expect((await bench.runWith(env, 'keys', 'retire')).out).toContain('Retired: k1.');
    await bench.runWith(env, 'keys', 'rotate');
    expect(keysOf()).toEqual(['key k2', 'key k3']);
  });

  it('killed half way it leaves every sender readable, keeps the old key, and goes on where it stopped', async () => {
    const killed = await talqy(['keys', 'rotate'], {
      env: { ...bench.env, ...env },
      terminal: {
        line: () => {
          throw new Error('killed');
        },
        fault: () => {},
      },
    });
    expect(killed).toBe(1);
    expect(await byKey()).toEqual([
      { key_id: 'k1', count: ROWS - 500 },
      { key_id: 'k2', count: 500 },
    ]);
    const senders = new Senders(new Seal(new KeyRingFile(ring)));
    for (const id of ids) expect((await senders.of(bench.database, id))?.email).toMatch(/^asel\d+@secret/);
    laterOn();
    const ran = await bench.runWith(env, 'keys', 'rotate');
    expect(ran.out).toContain(`The key k2 seals from now on; ${ROWS - 500} senders were sealed anew.`);
    expect(await byKey()).toEqual([{ key_id: 'k2', count: ROWS }]);
    expect(keysOf()).toEqual(['key k2']);
  });

  it('stops at a row that another key sealed, and changes nothing of it', async () => {
    await bench.database.query(`update sealed_sender set sealed = sealed || '\\x00' where subject_id = $1`, [ids[0]]);
    const ran = await bench.runWith(env, 'keys', 'rotate');
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.err).toContain('was altered or sealed by another key named k1');
    expect(keysOf()).toContain('key k1');
  });

  it('does not start without a ring, and says how to make one', async () => {
    const ran = await bench.runWith({ TALQY_KEYS: undefined }, 'keys', 'rotate');
    expect(ran.err).toContain(
      'TALQY_KEYS is not set; it must be the path of a key ring; `node tools/key-ring.mjs FILE` makes one',
    );
    writeFileSync(ring, 'index 12\n');
    expect((await bench.runWith(env, 'verify')).err).toContain('TALQY_KEYS must be the path of a key ring');
  });
});
