import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, Transactions } from '#lib/database';
import { JobsModule } from '#lib/jobs';
import { newId } from '#lib/kernel';
import { startTestBed, type TestBed, testKeyFile, testSeal } from '#lib/testing';
import type { FilePurpose } from '../domain/file-purpose.js';
import { FileChecksModule } from '../file-checks.module.js';
import { FilesModule } from '../files.module.js';
import { SealedOriginals } from '../persistence/sealed-originals.js';
import { UploadsByState } from '../queries/upload-counts.js';
import { NoScanner, ScannerAway } from '../scanning/virus-scanner.js';
import { StoredFiles } from '../stored-files.js';
import { type ClamdServer, eicar, startClamd } from '../testing/clamd-server.js';
import { planted, plainPng, plantedJpeg, plantedPng } from '../testing/planted-files.js';
import { wordsIn } from '../testing/words-in.js';
import { CheckFile } from './check-file.js';
import { RequestChecks } from './request-checks.js';

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const infected = () => Buffer.concat([plantedJpeg(), Buffer.from(eicar)]);

describe('CheckFile', () => {
  let bed: TestBed;
  let clamd: ClamdServer;
  let files: StoredFiles;

  beforeAll(async () => {
    clamd = await startClamd();
    const checks = FileChecksModule.forRoot({ keyFile: testKeyFile(), scannerUrl: clamd.url });
    bed = await startTestBed({ imports: [FilesModule, JobsModule, checks] });
    files = bed.get(StoredFiles);
  });
  afterEach(() => clamd.behave(undefined));
  afterAll(async () => {
    await bed.stop();
    await clamd.stop();
  });

  const put = (content: Buffer, mediaType = 'image/jpeg', purpose: FilePurpose = 'ATTACHMENT') =>
    files.put(bed.get(Database), { purpose, name: 'a.jpg', mediaType, content }).then(({ id }) => id);
  const originals = () => new SealedOriginals(testSeal());
  const check = (id: string) => bed.get(CheckFile).execute(id);
  /** The same, where no scanner is set up. */
  const checkUnscanned = (id: string) =>
    new CheckFile(bed.get(Database), bed.get(Transactions), originals(), new NoScanner()).execute(id);
  const row = async (id: string) =>
    (
      await bed.database.query<Record<string, unknown>>(
        `select check_state as state, check_note as note, removed, encode(sha256, 'hex') as sha256, encode(kept_sha256, 'hex') as kept,
                octet_length(content) as length from stored_file where id = $1`,
        [id],
      )
    )[0];
  const eventsOf = (id: string) =>
    bed.database.query(`select from outbox_event where event = 'file.uploaded' and data->>'fileId' = $1`, [id]);
  const asApplication = (sql: string, id: string) =>
    bed.get(Transactions).run(async (tx) => {
      await tx.query('set local role talqy_app');
      await tx.query(sql, [id]);
    });

  it('gives a waiting upload to a reader of our own, and none that is not shown', async () => {
    const [waiting, broken] = [await put(plainPng(), 'image/png'), await put(Buffer.from('no picture'))];
    expect((await files.readUnchecked(waiting)).equals(plainPng())).toBe(true);
    await check(broken);
    for (const id of [broken, newId(), 'x'])
      await expect(files.readUnchecked(id)).rejects.toMatchObject({ code: 'not-found' });
  });
  it('opens no upload before it was looked at, and asks for the look with the upload', async () => {
    const id = await put(plainPng(), 'image/png');
    expect(await eventsOf(id)).toHaveLength(1);
    await expect(files.read(id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await check(id)).toBe('CLEAN');
    expect((await files.read(id)).content.equals(plainPng())).toBe(true);
    expect(await originals().of(bed.get(Database), id)).toBeUndefined();
  });
  it('shows what was cleaned, keeps both hashes, and seals what came', async () => {
    const id = await put(plantedJpeg());
    await check(id);
    const { content, size } = await files.read(id);
    expect(await wordsIn(content, Object.values(planted))).toEqual([]);
    expect(size).toBe(content.length);
    expect(await row(id)).toMatchObject({
      state: 'CLEAN',
      sha256: sha256(plantedJpeg()),
      kept: sha256(content),
      removed: ['AUTHOR', 'PLACE', 'DEVICE', 'DESCRIPTION', 'PREVIEW'],
    });
    expect((await originals().of(bed.get(Database), id))?.equals(plantedJpeg())).toBe(true);
    const [sealed] = await bed.database.query<{ sealed: Buffer }>(
      'select sealed from sealed_original where file_id = $1',
      [id],
    );
    expect(await wordsIn(sealed?.sealed ?? Buffer.alloc(0), Object.values(planted))).toEqual([]);
  });
  it('done twice is done once', async () => {
    const id = await put(plantedPng(), 'image/png');
    await check(id);
    const once = await row(id);
    await check(id);
    expect(await row(id)).toEqual(once);
  });
  it('does not touch a proof, whose hash is in the record (REQ-65)', async () => {
    const id = await put(plantedPng(), 'image/png', 'PROOF');
    await check(id);
    expect((await files.read(id)).content.equals(plantedPng())).toBe(true);
  });
  it('looks at nothing that nobody uploads or opens', async () => {
    const id = await put(Buffer.from('x'), 'text/plain', 'SIGNATURE');
    expect(await eventsOf(id)).toEqual([]);
    expect([await check(id), await check(newId())]).toEqual(['GONE', 'GONE']);
    await files.read(id);
  });
  it('keeps what cannot be cleaned, and shows it to nobody', async () => {
    const id = await put(Buffer.from('no picture'));
    expect(await check(id)).toBe('NOT_SHOWN');
    expect(await row(id)).toMatchObject({ note: 'DAMAGED', length: 0, kept: null });
    await expect(files.read(id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await originals().of(bed.get(Database), id))?.toString()).toBe('no picture');
  });

  describe('with malware', () => {
    it('puts it into quarantine, sealed, and opens it for nobody', async () => {
      const id = await put(infected());
      expect(await check(id)).toBe('QUARANTINED');
      expect(await row(id)).toMatchObject({ note: 'Eicar-Signature', length: 0 });
      await expect(files.read(id)).rejects.toMatchObject({ code: 'not-found' });
      expect((await originals().of(bed.get(Database), id))?.equals(infected())).toBe(true);
    });
    it('shows it when a later look finds it harmless, and not for want of a scanner', async () => {
      const id = await put(infected());
      await check(id);
      expect(await checkUnscanned(id)).toBe('QUARANTINED');
      clamd.behave('stream: OK');
      expect(await check(id)).toBe('CLEAN');
      expect(await wordsIn((await files.read(id)).content, Object.values(planted))).toEqual([]);
    });
    it('takes back what was shown unscanned, once it is scanned', async () => {
      const id = await put(infected());
      expect(await checkUnscanned(id)).toBe('UNSCANNED');
      await files.read(id);
      expect(await check(id)).toBe('QUARANTINED');
      await expect(files.read(id)).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  it('waits while the scanner is away, and shows nothing meanwhile', async () => {
    const id = await put(plainPng(), 'image/png');
    clamd.behave('hang-up');
    await expect(check(id)).rejects.toThrow(ScannerAway);
    await expect(files.read(id)).rejects.toMatchObject({ code: 'not-found' });
    clamd.behave(undefined);
    expect(await check(id)).toBe('CLEAN');
  });
  it('what is clean stays so where the scanner was taken away', async () => {
    const id = await put(plainPng(), 'image/png');
    await check(id);
    expect(await checkUnscanned(id)).toBe('CLEAN');
  });

  it('writes nothing over an erasure that came meanwhile', async () => {
    const id = await put(plantedJpeg());
    await check(id);
    await bed.get(Transactions).run((tx) => files.erase(tx, [id]));
    expect(await check(id)).toBe('GONE');
    expect(await originals().of(bed.get(Database), id)).toBeUndefined();
    expect(await row(id)).toMatchObject({ length: 0 });
  });
  it('where what was sent is gone with its sender, goes by what is shown, and tells still what was removed', async () => {
    const [shown, quarantined] = [await put(plantedJpeg()), await put(infected())];
    await check(shown);
    await check(quarantined);
    const before = await row(shown);
    await bed.database.query('delete from sealed_original where file_id = any ($1::uuid[])', [[shown, quarantined]]);
    expect(await check(shown)).toBe('CLEAN');
    expect(await row(shown)).toEqual(before);
    expect(await check(quarantined)).toBe('GONE');
  });
  it('asks for a look at what was not shown or not scanned, and at all when told to', async () => {
    const [clean, unscanned, quarantined] = [
      await put(plainPng(), 'image/png'),
      await put(plainPng(), 'image/png'),
      await put(infected()),
    ];
    await check(clean);
    await checkUnscanned(unscanned);
    await check(quarantined);
    const asked = async () =>
      (await Promise.all([clean, unscanned, quarantined].map(eventsOf))).map((each) => each.length);
    await bed.get(RequestChecks).execute();
    expect(await asked()).toEqual([1, 2, 2]);
    await bed.get(RequestChecks).execute({ all: true });
    expect(await asked()).toEqual([2, 3, 3]);
  });
  it('counts what is part of something, by state', async () => {
    const before = (await bed.get(UploadsByState).count()).byState.WAITING ?? 0;
    const id = await put(plainPng(), 'image/png');
    await bed.get(Transactions).run((tx) => files.claim(tx, [id]));
    const { byState, late } = await bed.get(UploadsByState).count();
    expect(byState.WAITING).toBe(before + 1);
    expect(late).toBe(0);
  });
  it('is sealed anew by a new key, and opens still', async () => {
    const id = await put(plantedJpeg());
    await check(id);
    await bed.database.query(`update sealed_original set key_id = 'k0' where file_id <> $1`, [id]);
    const anew = await bed.get(Transactions).run(async (tx) => {
      await tx.query(`delete from sealed_original where file_id <> $1`, [id]);
      return [await originals().resealOne(tx, 'k2'), await originals().keysInUse(tx)];
    });
    expect(anew).toEqual([true, ['k1']]);
    expect((await originals().of(bed.get(Database), id))?.equals(plantedJpeg())).toBe(true);
  });

  it('lets nobody put other bytes in the place of an upload, also by SQL (REQ-116)', async () => {
    const id = await put(plainPng(), 'image/png');
    const [clean, swapped] = [`check_state = 'CLEAN'`, `content = '\\x00', kept_size = 1`];
    await expect(asApplication(`update stored_file set ${clean}, ${swapped} where id = $1`, id)).rejects.toThrow(
      /REQ-116/,
    );
    await expect(asApplication(`update stored_file set ${clean}, sha256 = '\\x00' where id = $1`, id)).rejects.toThrow(
      /REQ-116/,
    );
    await check(id);
    await expect(asApplication(`update stored_file set check_state = 'WAITING' where id = $1`, id)).rejects.toThrow(
      /REQ-116/,
    );
    await expect(
      bed.database.query(
        `insert into stored_file (id, purpose, name, media_type, size, sha256, content, check_state)
         values ($1, 'RENDERING', 'a', 'b', 0, '', '', 'CLEAN') returning check_state`,
        [newId()],
      ),
    ).resolves.toEqual([{ check_state: null }]);
  });
  it('writes as the application, whose role owns nothing', async () => {
    const id = await put(plantedJpeg());
    const owner = bed.get(Transactions);
    const transactions = {
      run: <T>(work: Parameters<Transactions['run']>[0]) =>
        owner.run(async (tx) => {
          await tx.query('set local role talqy_app');
          return work(tx) as Promise<T>;
        }),
    } as Transactions;
    await new CheckFile(bed.get(Database), transactions, originals(), new NoScanner()).execute(id);
    await files.read(id);
  });
});
