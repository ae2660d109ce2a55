import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '#lib/kernel';
import { SealedOriginals } from '#lib/files';
import { KeyRingFile, Seal } from '#lib/privacy';
import { testKeyFile } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plantedJpeg, plainPng, startClamd } from '../../../libs/files/src/testing/index.js';
import { type CommandBench, startCommandBench } from './run-talqy.js';

describe('talqy files', () => {
  let bench: CommandBench;
  let env: Record<string, string>;
  beforeAll(async () => {
    bench = await startCommandBench();
    env = { TALQY_KEYS: join(bench.home, 'ring') };
    copyFileSync(testKeyFile(), join(bench.home, 'ring'));
  });
  afterAll(() => bench.stop());

  async function upload(content: Buffer): Promise<string> {
    const id = newId();
    await bench.database.query(
      `insert into stored_file (id, purpose, name, media_type, size, sha256, content, claimed_at)
       values ($1, 'ATTACHMENT', 'a.jpg', 'image/jpeg', $2, sha256($3), $3, now())`,
      [id, content.length, content],
    );
    return id;
  }
  /** As a check leaves it that found nothing it may show. */
  async function sealedUpload(): Promise<string> {
    const id = await upload(plantedJpeg());
    const sealed = new Seal(new KeyRingFile(env['TALQY_KEYS'] ?? '')).sealBytes(`sealed_original ${id}`, plantedJpeg());
    await bench.database.query('insert into sealed_original values ($1, $2, $3)', [id, sealed.keyId, sealed.bytes]);
    await bench.database.query(`update stored_file set check_state = 'NOT_SHOWN', content = '' where id = $1`, [id]);
    return id;
  }
  const asked = async () =>
    (await bench.database.query(`select from outbox_event where event = 'file.uploaded'`)).length;

  it('asks the worker to look once more, and says when nothing scans', async () => {
    await upload(plainPng());
    const ran = await bench.runWith(env, 'files', 'scan');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('Asked the worker to look at 1 files. Until now: WAITING 1.');
    expect(ran.out).toContain('CLAMAV_URL is not set');
    expect(await asked()).toBe(1);
  });

  it('saves what was sent byte for byte, and the ledger keeps why', async () => {
    const id = await sealedUpload();
    const to = join(bench.home, 'original.jpg');
    const bare = await bench.runWith(env, 'files', 'original', id, '--to', to, '--reason', ' because ');
    expect([bare.code, bare.out]).toEqual([1, '']);
    const ran = await bench.runWith(
      env,
      'files',
      'original',
      id,
      '--to',
      to,
      '--reason',
      'The court of Semey asked, 17/2',
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(to).equals(plantedJpeg())).toBe(true);
    const [entry] = await bench.database.query<{ data: string }>(
      `select data from ledger_entry where act = 'file.original-opened' and subject_id = $1`,
      [id],
    );
    expect(JSON.stringify(entry?.data)).toContain('The court of Semey asked, 17/2');
    const again = await bench.runWith(env, 'files', 'original', id, '--to', to, '--reason', 'The court of Semey asked');
    expect([again.code, readFileSync(to).length]).toEqual([1, plantedJpeg().length]);
    const gone = await bench.runWith(
      env,
      'files',
      'original',
      newId(),
      '--to',
      `${to}2`,
      '--reason',
      'The court asked',
    );
    expect(gone.code).toBe(1);
  });

  it('a new key seals what was sent anew, and it opens still', async () => {
    const id = await sealedUpload();
    const ran = await bench.runWith(env, 'keys', 'rotate');
    expect(ran.out).toMatch(/Uploads sealed anew: [12]\./);
    expect(await bench.database.query('select distinct key_id as key from sealed_original')).toEqual([{ key: 'k2' }]);
    const originals = new SealedOriginals(new Seal(new KeyRingFile(env['TALQY_KEYS'] ?? '')));
    expect((await originals.of(bench.database as never, id))?.equals(plantedJpeg())).toBe(true);
  });

  it('the doctor names what scans, and finds a scanner that does not answer', async () => {
    expect((await bench.runWith(env, 'doctor')).out).toContain('ok    scanner: CLAMAV_URL is not set');
    const clamd = await startClamd();
    const scans = { ...env, CLAMAV_URL: clamd.url };
    expect((await bench.runWith(scans, 'doctor')).out).toContain('ok    scanner: ClamAV 1.4.6');
    await clamd.stop();
    const ran = await bench.runWith(scans, 'doctor');
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/FAULT scanner: .*uploads wait and are not shown/);
  });
  it('the doctor tells of uploads that wait too long', async () => {
    await bench.database.query(`update stored_file set created_at = created_at - interval '1 hour'`);
    expect((await bench.runWith(env, 'doctor')).out).toMatch(/note {2}uploads: \d+ ha(s|ve) waited/);
  });
});
