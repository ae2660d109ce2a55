import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, Transactions } from '#lib/database';
import { JobsModule } from '#lib/jobs';
import { startTestBed, type TestBed, testKeyFile, testSeal } from '#lib/testing';
import { FileChecksModule } from '../file-checks.module.js';
import { FilesModule } from '../files.module.js';
import { SealedOriginals } from '../persistence/sealed-originals.js';
import { NoScanner, VirusScanner } from '../scanning/virus-scanner.js';
import { StoredFiles } from '../stored-files.js';
import { planted, plantedJpeg } from '../testing/planted-files.js';
import { wordsIn } from '../testing/words-in.js';
import { CheckFile } from './check-file.js';

/** Has something else done in the midst of its first look. */
class BusyScanner extends NoScanner {
  private isFirst = true;

  constructor(private readonly work: () => Promise<unknown>) {
    super();
  }

  override async scan(): Promise<null> {
    const { isFirst } = this;
    this.isFirst = false;
    if (isFirst) await this.work();
    return null;
  }
}

/** Finds what it is told to find. */
class SayingScanner extends VirusScanner {
  readonly isOn = true;

  constructor(private readonly malware: string | null) {
    super();
  }

  scan(): Promise<string | null> {
    return Promise.resolve(this.malware);
  }

  version(): Promise<string> {
    return Promise.resolve('of the suite');
  }
}

describe('CheckFile, while what was sent is taken away', () => {
  let bed: TestBed;
  let files: StoredFiles;

  beforeAll(async () => {
    const checks = FileChecksModule.forRoot({ keyFile: testKeyFile() });
    bed = await startTestBed({ imports: [FilesModule, JobsModule, checks] });
    files = bed.get(StoredFiles);
  });
  afterAll(() => bed.stop());

  const put = (content: Buffer) =>
    files
      .put(bed.get(Database), { purpose: 'ATTACHMENT', name: 'a.jpg', mediaType: 'image/jpeg', content })
      .then(({ id }) => id);
  const originals = () => new SealedOriginals(testSeal());
  const check = (id: string) => bed.get(CheckFile).execute(id);
  const checkMeanwhile = (id: string, work: () => Promise<unknown>) =>
    new CheckFile(bed.get(Database), bed.get(Transactions), originals(), new BusyScanner(work)).execute(id);
  const checkFinding = (malware: string | null, id: string) =>
    new CheckFile(bed.get(Database), bed.get(Transactions), originals(), new SayingScanner(malware)).execute(id);
  const takeOriginal = (id: string) => bed.get(Transactions).run((tx) => originals().drop(tx, id));
  const row = async (id: string) =>
    (
      await bed.database.query(
        `select check_state, check_note, removed, kept_sha256, octet_length(content) as length from stored_file where id = $1`,
        [id],
      )
    )[0];

  it('writes nothing and seals nothing over an erasure', async () => {
    const id = await put(plantedJpeg());
    const erase = () => bed.get(Transactions).run((tx) => files.erase(tx, [id]));
    expect(await checkMeanwhile(id, erase)).toBe('GONE');
    expect(await originals().of(bed.get(Database), id)).toBeUndefined();
    expect(await row(id)).toMatchObject({ length: 0 });
  });
  it('seals nothing again that was taken with its sender while it was looked at', async () => {
    const id = await put(plantedJpeg());
    await check(id);
    const before = await row(id);
    await checkMeanwhile(id, () => takeOriginal(id));
    expect(await originals().of(bed.get(Database), id)).toBeUndefined();
    expect(await row(id)).toEqual(before);
  });
  it('looks anew at what somebody else looked at meanwhile', async () => {
    const id = await put(plantedJpeg());
    await checkMeanwhile(id, async () => {
      await check(id);
      await takeOriginal(id);
    });
    expect(await originals().of(bed.get(Database), id)).toBeUndefined();
  });
  it('seals nothing in the place of what is gone, while something is shown', async () => {
    const id = await put(Buffer.concat([plantedJpeg(), Buffer.from('more')]));
    await bed.get(Transactions).run(async (tx) => {
      await originals().keep(tx, id, originals().sealed(id, plantedJpeg()));
      // As a version of the product that knew less left it.
      await tx.query(
        `update stored_file set check_state = 'CLEAN', content = $2, kept_size = $3, kept_sha256 = sha256($2), checked_at = created_at
          where id = $1`,
        [id, plantedJpeg(), plantedJpeg().length],
      );
      await originals().drop(tx, id);
    });
    expect(await check(id)).toBe('CLEAN');
    expect(await wordsIn((await files.read(id)).content, Object.values(planted))).toEqual([]);
    expect(await originals().of(bed.get(Database), id)).toBeUndefined();
  });
  it('takes what was sealed of what is gone, once it is shown again, and tells still what was removed', async () => {
    const id = await put(plantedJpeg());
    await checkFinding(null, id);
    const shown = await row(id);
    await takeOriginal(id);
    expect(await checkFinding('Eicar-Signature', id)).toBe('QUARANTINED');
    expect(await row(id)).toMatchObject({ length: 0 });
    expect(await checkFinding(null, id)).toBe('CLEAN');
    expect(await row(id)).toEqual(shown);
    expect(await originals().of(bed.get(Database), id)).toBeUndefined();
  });
});
