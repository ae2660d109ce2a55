import { describe, expect, it } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import jpeg from 'jpeg-js';
import mammoth from 'mammoth';
import { PNG } from 'pngjs';
import { attachmentTypes } from '../domain/attachment-limits.js';
import { wordParts, zipOf } from '../testing/sample-files.js';
import {
  plainJpeg,
  plainPng,
  planted,
  plantedJpeg,
  plantedPdf,
  plantedPng,
  plantedWord,
  plantedWordParts,
  plantedWorkbook,
} from '../testing/planted-files.js';
import { wordsIn } from '../testing/words-in.js';
import { cleanFile } from './clean-file.js';

const { pdf, docx, png } = attachmentTypes;
const jpg = attachmentTypes.jpeg;
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const cleaned = async (content: Buffer, type: string) => (await cleanFile(content, type)).content;
const faultOf = (content: Buffer, type: string) =>
  cleanFile(content, type).then(
    () => 'cleaned',
    (error: { fault?: string }) => error.fault,
  );
const pixelsOf = (content: Buffer) => Buffer.from(jpeg.decode(content).data);

describe('cleanFile', () => {
  it.each([
    ['JPEG', jpg, () => plantedJpeg()],
    ['PNG', png, () => plantedPng()],
    ['DOCX', docx, plantedWord],
    ['PDF', pdf, () => plantedPdf()],
  ] as const)('leaves nothing planted in a %s, and changes nothing the second time', async (_, type, make) => {
    const given = await make();
    expect(await wordsIn(given, Object.values(planted))).not.toEqual([]);
    const { content, removed, isSigned } = await cleanFile(given, type);
    expect(await wordsIn(content, Object.values(planted))).toEqual([]);
    expect(removed).toEqual(expect.arrayContaining(['AUTHOR', 'DEVICE']));
    expect(isSigned).toBe(false);
    const again = await cleanFile(content, type);
    expect(again.content.equals(content)).toBe(true);
    expect(again.removed).toEqual([]);
  });
});

describe('a JPEG', () => {
  it('keeps its picture to the last pixel and how it is turned, and nothing behind it', async () => {
    const { content, removed } = await cleanFile(plantedJpeg(), jpg);
    expect(pixelsOf(content).equals(pixelsOf(plainJpeg()))).toBe(true);
    expect(content.includes(Buffer.from('0112000300000001', 'hex'))).toBe(true);
    expect(removed).toEqual(['AUTHOR', 'PLACE', 'DEVICE', 'DESCRIPTION', 'PREVIEW']);
  });
  it('that is clean stays byte for byte', async () => {
    expect((await cleaned(plainJpeg(), jpg)).equals(plainJpeg())).toBe(true);
    expect((await cleaned(plantedJpeg(1), jpg)).equals(plainJpeg())).toBe(true);
  });
  it.each([10, 200, 400])('cut off at byte %i is damaged', async (at) =>
    expect(await faultOf(plainJpeg().subarray(0, at), jpg)).toBe('DAMAGED'),
  );
});

describe('a PNG', () => {
  it('keeps its picture to the last pixel and how it is turned', async () => {
    const content = await cleaned(plantedPng(), png);
    expect(PNG.sync.read(content).data.equals(PNG.sync.read(plainPng()).data)).toBe(true);
    expect(content.includes('eXIf')).toBe(true);
    expect((await cleaned(plantedPng(1), png)).equals(plainPng())).toBe(true);
  });
  it('loses what stands behind it, and tells so', async () => {
    const { content, removed } = await cleanFile(Buffer.concat([plainPng(), Buffer.from(planted.place)]), png);
    expect(content.equals(plainPng())).toBe(true);
    expect(removed).toEqual(['PREVIEW']);
  });
  it('with a wrong checksum or an unknown part it cannot do without is damaged', async () => {
    const spoilt = plainPng();
    spoilt.writeUInt8(spoilt.readUInt8(40) ^ 1, 40);
    expect(await faultOf(spoilt, png)).toBe('DAMAGED');
    expect(await faultOf(plainPng().subarray(0, 50), png)).toBe('DAMAGED');
  });
});

describe('a Word document', () => {
  it('still says what it said, to those who read it', async () => {
    const { value, messages } = await mammoth.extractRawText({ buffer: await cleaned(await plantedWord(), docx) });
    expect(value.trim()).toBe('Ұсыныс & <пікір>');
    expect(messages).toEqual([]);
  });
  it('tells one commenter from another by number', async () => {
    const words = ['Author 1', 'Author 2', 'Author 3'];
    expect(await wordsIn(await cleaned(await plantedWord(), docx), words)).toEqual(['Author 1', 'Author 2']);
  });
  it('that is signed stays as it is', async () => {
    const signed = await zipOf({ ...plantedWordParts(), '_xmlsignatures/sig1.xml': '<Signature/>' });
    const { content, isSigned, removed } = await cleanFile(signed, docx);
    expect([content.equals(signed), isSigned, removed]).toEqual([true, true, []]);
  });
  it('with a workbook in it has that cleaned too', async () => {
    const outer = await zipOf({ ...wordParts(), 'word/embeddings/a.xlsx': await plantedWorkbook() });
    expect(await wordsIn(await cleaned(outer, docx), Object.values(planted))).toEqual([]);
  });
  it.each([
    [
      'another program’s file in it',
      { 'word/embeddings/a.bin': Buffer.from('d0cf11e0a1b11ae1', 'hex') },
      'FILES_INSIDE',
    ],
    ['a part that is no XML', { 'word/comments.xml': '<a author="x">' }, 'DAMAGED'],
    ['a document type', { 'word/comments.xml': '<!DOCTYPE a><a author="x"/>' }, 'DAMAGED'],
    ['a part in UTF-16', { 'word/comments.xml': Buffer.from('\ufeff<a author="x"/>', 'utf16le') }, 'DAMAGED'],
    ['80 MB of nothing', { 'word/media/a': Buffer.alloc(80 * 1024 * 1024) }, 'TOO_MUCH_INSIDE'],
  ])('with %s is not cleaned', async (_, parts, fault) =>
    expect(await faultOf(await zipOf({ ...wordParts(), ...parts }), docx)).toBe(fault),
  );
  it('in a document in a document is not cleaned', async () => {
    const inner = await zipOf({ ...wordParts(), 'word/embeddings/b.docx': await plantedWord() });
    expect(await faultOf(await zipOf({ ...wordParts(), 'word/embeddings/a.docx': inner }), docx)).toBe('FILES_INSIDE');
  });
});

it('a workbook loses its authors, paths and printers', async () => {
  const { content, removed } = await cleanFile(await plantedWorkbook(), WORKBOOK);
  expect(await wordsIn(content, Object.values(planted))).toEqual([]);
  expect(await wordsIn(content, ['Ұсыныс'])).toEqual(['Ұсыныс']);
  expect(removed).toEqual(['AUTHOR', 'DEVICE']);
});

describe('a PDF', () => {
  it('keeps its page, its picture and its comment', async () => {
    const { content, removed } = await cleanFile(await plantedPdf(), pdf);
    const read = await PDFDocument.load(content, { updateMetadata: false });
    expect([read.getPageCount(), read.getAuthor(), read.getTitle()]).toEqual([1, undefined, undefined]);
    expect(read.getPage(0).node.Annots()?.size()).toBe(1);
    expect(removed).toEqual(['AUTHOR', 'PLACE', 'DEVICE', 'TIME', 'DESCRIPTION', 'PREVIEW', 'HISTORY']);
  });
  it('of one version tells of no history', async () => {
    expect((await cleanFile(await plantedPdf(false), pdf)).removed).not.toContain('HISTORY');
  });
  const written = (...objects: readonly string[]) =>
    Buffer.from(`%PDF-1.7\n${objects.join('\n')}\ntrailer<</Root 1 0 R>>\n%%EOF\n`, 'latin1');
  const page = ['1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj', '2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj'];
  it('whose streams tell their length elsewhere is cleaned once', async () => {
    const given = written(
      ...page,
      '4 0 obj<</Length 5 0 R>>stream\nabc\nendstream endobj',
      '5 0 obj 3 endobj',
    ).toString('latin1');
    const shown = Buffer.from(given.replace('/Pages 2 0 R', '/Pages 2 0 R/Names 4 0 R'), 'latin1');
    const content = await cleaned(shown, pdf);
    expect((await cleaned(content, pdf)).equals(content)).toBe(true);
  });
  it('that is signed stays as it is', async () => {
    const signed = written(
      ...page,
      `3 0 obj<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>/Name(${planted.author})>>endobj`,
    );
    expect(await cleanFile(signed, pdf)).toEqual({ content: signed, removed: [], isSigned: true });
  });
  it('with a password, or with files attached, is not cleaned', async () => {
    const locked = Buffer.from(
      written(...page, '3 0 obj<</Filter/Standard>>endobj')
        .toString('latin1')
        .replace('/Root', '/Encrypt 3 0 R/Root'),
      'latin1',
    );
    expect(await faultOf(locked, pdf)).toBe('ENCRYPTED');
    const attached = await PDFDocument.create();
    attached.addPage();
    await attached.attach(Buffer.from(planted.author), 'a.txt');
    expect(await faultOf(Buffer.from(await attached.save()), pdf)).toBe('FILES_INSIDE');
  });
  it('that unpacks to more than a document is refused before it is unpacked', async () => {
    const { deflateSync } = await import('node:zlib');
    const bomb = (layers: number, filter: string) => {
      let packed: Buffer = Buffer.alloc(80 * 1024 * 1024);
      for (let layer = 0; layer < layers; layer += 1) packed = deflateSync(packed, { level: 9 });
      const stream = `3 0 obj<</Type/Obj#53tm/N 1/First 4/Length ${packed.length}/Filter${filter}>>stream\n${packed.toString('latin1')}\nendstream endobj`;
      return written(...page, stream);
    };
    expect(await faultOf(bomb(1, '/FlateDecode'), pdf)).toBe('TOO_MUCH_INSIDE');
    expect(await faultOf(bomb(2, '[/FlateDecode/FlateDecode]'), pdf)).toBe('DAMAGED');
  });
  it('that is broken anywhere is cleaned or damaged, and never hangs', async () => {
    const sound = await plantedPdf();
    const place = fc.nat({ max: sound.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.nat({ max: 255 }), place, async (at, byte, cut) => {
        const spoilt = Buffer.from(sound);
        spoilt.writeUInt8(byte, at);
        for (const given of [spoilt, spoilt.subarray(0, cut)]) {
          const content = await cleaned(given, pdf).catch((error: { fault: string }) => error.fault);
          if (typeof content === 'string')
            expect(['DAMAGED', 'ENCRYPTED', 'TOO_MUCH_INSIDE', 'FILES_INSIDE']).toContain(content);
          else expect((await cleaned(content, pdf)).equals(content)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
