import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { ZipFile } from 'yazl';
import { type ArchiveLimits, archiveFault } from './archive-fault.js';
import { unpack, zipDirectory } from './zip-directory.js';

async function zipOf(entries: Readonly<Record<string, string | Buffer>>, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name, { compress });
  const chunks: Buffer[] = [];
  zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
  zip.end();
  await once(zip.outputStream, 'end');
  return Buffer.concat(chunks);
}

const generous: ArchiveLimits = { entries: 10, unpackedBytes: 10 * 1024 * 1024 };
const faultOf = (zip: Buffer, limits = generous) => archiveFault(zipDirectory(zip) ?? [], zip.length, limits);
const contents = async (zip: Buffer) =>
  Promise.all((zipDirectory(zip) ?? []).map(async (entry) => (await unpack(zip, entry))?.toString()));

describe('a ZIP from a stranger', () => {
  it.each([true, false])('is read whole, packed or not (%s)', async (compress) => {
    const zip = await zipOf({ 'a.txt': 'мәтін', 'b/c.txt': 'x'.repeat(10_000) }, compress);
    expect(zipDirectory(zip)?.map(({ name }) => name)).toEqual(['a.txt', 'b/c.txt']);
    expect(await contents(zip)).toEqual(['мәтін', 'x'.repeat(10_000)]);
    expect(faultOf(zip)).toBeUndefined();
  });

  it('gives no bytes that are not those of the directory', async () => {
    const zip = await zipOf({ 'a.txt': 'a right answer' }, false);
    zip.write('wrong', zip.indexOf('right'));
    expect(await contents(zip)).toEqual([undefined]);
  });

  it.each([
    ['something before it', (zip: Buffer) => Buffer.concat([Buffer.from('x'), zip])],
    ['something after it', (zip: Buffer) => Buffer.concat([zip, Buffer.from('x')])],
    ['its end cut off', (zip: Buffer) => zip.subarray(0, -1)],
  ])('is none with %s', async (_, spoil) => expect(zipDirectory(spoil(await zipOf({ a: 'b' })))).toBeUndefined());

  it.each([
    ['too-many-entries', { a: '1', b: '2' }, { entries: 1, unpackedBytes: 100 }],
    ['too-much-inside', { a: 'x'.repeat(101) }, { entries: 1, unpackedBytes: 100 }],
    ['too-much-inside', { a: Buffer.alloc(2 * 1024 * 1024) }, { ...generous, ratio: 100 }],
    [undefined, { a: Buffer.alloc(100 * 1024) }, { ...generous, ratio: 100 }],
  ] as const)('has the fault %s beyond its limits', async (fault, entries, limits) =>
    expect(faultOf(await zipOf(entries), limits)).toBe(fault),
  );

  it.each([
    ['two entries of one name', { aa: '1', bb: '2' }, (zip: string) => zip.replaceAll('bb', 'aa')],
    ['an entry that goes up', { 'xx/a': '1' }, (zip: string) => zip.replaceAll('xx/a', '../a')],
    ['an entry of the root', { xa: '1' }, (zip: string) => zip.replaceAll('xa', '/a')],
  ])('is damaged with %s', async (_, entries, spoil) =>
    expect(faultOf(Buffer.from(spoil((await zipOf(entries)).toString('latin1')), 'latin1'))).toBe('damaged'),
  );
});
