import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import { startTestBed, type TestBed } from '#lib/testing';
import { FilesModule } from './files.module.js';
import { StoredFiles } from './stored-files.js';
import { samplePdf } from './testing/sample-files.js';
import { DropUnclaimedFiles } from './use-cases/drop-unclaimed-files.js';

const pdf = { purpose: 'ATTACHMENT', name: '../a.pdf', mediaType: 'application/pdf', content: samplePdf } as const;

describe('StoredFiles', () => {
  let bed: TestBed;
  let files: StoredFiles;
  const put = () => files.put(bed.get(Database), pdf);
  const claim = (...ids: string[]) => bed.get(Transactions).run((tx) => files.claim(tx, ids, 'ATTACHMENT'));
  const age = (id: string, hours: number) =>
    bed.database.query(
      'update stored_file set created_at = clock_timestamp() - make_interval(hours => $2) where id = $1',
      [id, hours],
    );

  beforeAll(async () => {
    bed = await startTestBed({ imports: [FilesModule] });
    files = bed.get(StoredFiles);
  });
  afterAll(() => bed.stop());

  it('gives back the bytes it was given, with their hash and a safe name', async () => {
    const { id, sha256 } = await files.put(bed.get(Database), { ...pdf, purpose: 'DRAFT' });
    expect(sha256).toBe(createHash('sha256').update(samplePdf).digest('hex'));
    expect(await files.read(id)).toMatchObject({ name: 'a.pdf', size: samplePdf.length, sha256, content: samplePdf });
  });
  it('gives nothing for an unknown or a malformed id', async () => {
    await expect(files.read(newId())).rejects.toMatchObject({ code: 'not-found' });
    await expect(files.read("' or 1=1")).rejects.toMatchObject({ code: 'not-found' });
  });
  it('describes files in the order asked', async () => {
    const [first, second] = [await put(), await put()];
    const described = await files.describe(bed.get(Database), [second.id, newId(), first.id]);
    expect(described.map(({ id }) => id)).toEqual([second.id, first.id]);
  });
  it('stores nothing when the transaction is taken back', async () => {
    let id = '';
    const attempt = bed.get(Transactions).run(async (tx) => {
      ({ id } = await files.put(tx, pdf));
      throw new Error('taken back');
    });
    await expect(attempt).rejects.toThrow('taken back');
    await expect(files.read(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('lets a file be claimed once only', async () => {
    const { id } = await put();
    await claim(id);
    await expect(claim(id)).rejects.toMatchObject({ code: 'not-found' });
  });
  it('claims all or none', async () => {
    const { id } = await put();
    await expect(claim(id, newId())).rejects.toMatchObject({ code: 'not-found' });
    await claim(id);
  });
  it('does not claim one file twice in one go, nor a scan as an attachment', async () => {
    const { id } = await put();
    await expect(claim(id, id)).rejects.toMatchObject({ code: 'not-found' });
    const scan = await files.put(bed.get(Database), { ...pdf, purpose: 'SCAN' });
    await expect(claim(scan.id)).rejects.toMatchObject({ code: 'not-found' });
  });
  it('lets one of two racing claims win', async () => {
    const { id } = await put();
    const outcomes = await Promise.allSettled([claim(id), claim(id)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('drops what nobody claimed within a day, and nothing else', async () => {
    const [old, claimed, fresh] = [await put(), await put(), await put()];
    await claim(claimed.id);
    await age(old.id, 25);
    await age(claimed.id, 25);
    await age(fresh.id, 23);
    expect(await bed.get(DropUnclaimedFiles).execute()).toBe(1);
    const left = await files.describe(bed.get(Database), [old.id, claimed.id, fresh.id]);
    expect(left.map(({ id }) => id)).toEqual([claimed.id, fresh.id]);
  });
  describe('of any size', () => {
    const rendering = { purpose: 'RENDERING', name: 'a.json', mediaType: 'application/json' } as const;
    const pieces = function* () {
      for (let index = 0; index < 700; index++) yield Buffer.alloc(5_000, index % 251);
    };
    const whole = Buffer.concat([...pieces()]);
    const adopt = (file: Parameters<StoredFiles['adopt']>[1]) =>
      bed.get(Transactions).run((tx) => files.adopt(tx, file));

    it('is written piece by piece, and is there once it is adopted', async () => {
      const written = await files.write(rendering, pieces());
      await expect(files.read(written.id)).rejects.toMatchObject({ code: 'not-found' });
      await adopt(written);
      const { content, size, sha256 } = await files.read(written.id);
      expect(content.equals(whole)).toBe(true);
      expect({ size, sha256 }).toEqual({
        size: whole.length,
        sha256: createHash('sha256').update(whole).digest('hex'),
      });
      const chunks = await bed.database.query('select from stored_file_chunk where file_id = $1', [written.id]);
      expect(chunks).toHaveLength(Math.ceil(whole.length / 1024 / 1024));
    });
    it('may be empty', async () => {
      const written = await files.write(rendering, []);
      await adopt(written);
      expect((await files.read(written.id)).content).toHaveLength(0);
    });
    it('leaves nothing but chunks when its writing breaks off; they are dropped after a day', async () => {
      const broken = async function* () {
        yield* pieces();
        throw new Error('the worker was stopped');
      };
      await expect(files.write(rendering, broken())).rejects.toThrow('stopped');
      const left = () =>
        bed.database.query(
          'select from stored_file_chunk c where not exists (select from stored_file f where f.id = c.file_id)',
        );
      expect(await left()).not.toHaveLength(0);
      await bed.database.query('alter table stored_file_chunk disable trigger user');
      await bed.database.query(`update stored_file_chunk set written_at = written_at - interval '25 hours'`);
      await bed.database.query('alter table stored_file_chunk enable trigger user');
      await bed.get(DropUnclaimedFiles).execute();
      expect(await left()).toHaveLength(0);
    });
    it('does not change once it is there, also by SQL; a rendering nobody has may go', async () => {
      const written = await files.write(rendering, pieces());
      await adopt(written);
      for (const sql of [
        `update stored_file_chunk set content = '' where file_id = $1`,
        'delete from stored_file_chunk where file_id = $1',
        `insert into stored_file_chunk (file_id, ordinal, content) values ($1, 99, '')`,
      ]) {
        await expect(bed.database.query(sql, [written.id])).rejects.toThrow(/REQ-116/);
      }
      await bed.get(Transactions).run((tx) => files.dropRenderings(tx, [written.id]));
      await expect(files.read(written.id)).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  it('refuses a size that is not that of the content, also by SQL', async () => {
    const { id } = await put();
    await expect(bed.database.query('update stored_file set size = 1 where id = $1', [id])).rejects.toThrow(
      'ck_stored_file_size',
    );
  });
});
