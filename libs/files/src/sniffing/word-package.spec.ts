import { describe, expect, it } from '@jest/globals';
import { samplePdf, wordParts, wordType, zipOf } from '../testing/sample-files.js';
import { sniffAttachment } from './sniff-attachment.js';
import { wordPackageFault } from './word-package.js';

const without = (name: string) => Object.fromEntries(Object.entries(wordParts()).filter(([part]) => part !== name));
const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml';

/** The bytes with every occurrence of a name replaced by one of the same length. */
function renamed(content: Buffer, from: string, to: string): Buffer {
  return Buffer.from(content.toString('latin1').replaceAll(from, to), 'latin1');
}

describe('wordPackageFault', () => {
  it('finds none in a Word document', async () =>
    expect(await wordPackageFault(await zipOf(wordParts()))).toBeUndefined());

  it.each([
    ['an archive of anything', { 'a.txt': 'x' }, 'not-a-word-document'],
    [
      'a spreadsheet',
      wordParts(wordType.replace('wordprocessingml.document', 'spreadsheetml.sheet')),
      'not-a-word-document',
    ],
    ['a document without its main part', without('word/document.xml'), 'not-a-word-document'],
    ['a document without its types', without('[Content_Types].xml'), 'not-a-word-document'],
    ['a document of the macro type', wordParts(macroType), 'has-macros'],
    ['a document with a macro part', { ...wordParts(), 'word/vbaProject.bin': 'x' }, 'has-macros'],
    ['a bomb of 80 MB', { ...wordParts(), 'word/media/zeros': Buffer.alloc(80 * 1024 * 1024) }, 'too-much-inside'],
  ])('names %s', async (_, entries, fault) => expect(await wordPackageFault(await zipOf(entries))).toBe(fault));

  it('finds a part that would be written outside', async () => {
    const zip = renamed(await zipOf({ ...wordParts(), 'word/aaa/bbb': 'x' }), 'word/aaa/bbb', '../../../evil');
    expect(
      await wordPackageFault(
        renamed(await zipOf({ ...wordParts(), 'word/aaaaaaa': 'x' }), 'word/aaaaaaa', '../../../evl'),
      ),
    ).toBe('damaged');
    expect(await wordPackageFault(zip)).toBe('damaged');
  });

  it('finds a part larger than the directory says', async () => {
    const zip = await zipOf({ ...wordParts(), 'word/media/zeros': Buffer.alloc(1_000_000) });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(1_000_000);
    const at = zip.lastIndexOf(size);
    zip.writeUInt32LE(10, at);
    expect(await wordPackageFault(zip)).toBe('damaged');
  });

  it('finds a password', async () => {
    const zip = await zipOf(wordParts());
    const entry = zip.indexOf(Buffer.from('504b0102', 'hex'));
    zip.writeUInt16LE(zip.readUInt16LE(entry + 8) | 1, entry + 8);
    expect(await wordPackageFault(zip)).toBe('encrypted');
  });

  it.each([
    ['something before the archive', (zip: Buffer) => Buffer.concat([samplePdf, zip])],
    ['something after the archive', (zip: Buffer) => Buffer.concat([zip, samplePdf])],
    ['an archive cut off', (zip: Buffer) => zip.subarray(0, zip.length - 30)],
    ['nothing but a signature', () => Buffer.from('504b0304', 'hex')],
  ])('finds %s', async (_, spoil) => expect(await wordPackageFault(spoil(await zipOf(wordParts())))).toBe('damaged'));

  it('takes less than two seconds over a bomb', async () => {
    const bomb = await zipOf({ ...wordParts(), 'word/media/zeros': Buffer.alloc(200 * 1024 * 1024) });
    const started = performance.now();
    await expect(sniffAttachment(bomb, 'a.docx')).rejects.toMatchObject({ details: { reason: 'too-much-inside' } });
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
