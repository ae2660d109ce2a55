import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pack } from '../testing/pack.js';
import { excelParts } from '../testing/sample-workbook.js';
import { readXlsx } from './read-xlsx.js';
import { type XlsxLimits, xlsxLimits } from './xlsx-limits.js';
import { XlsxRefused } from './xlsx-refused.js';

type Parts = Record<string, string | Buffer>;

async function refusal(content: Buffer, limits: Partial<XlsxLimits> = {}) {
  const error: unknown = await readXlsx(content, { ...xlsxLimits, ...limits }).catch((thrown: unknown) => thrown);
  if (!(error instanceof XlsxRefused)) throw new Error('it was not refused');
  expect(error.code).toBe('import-refused');
  return error.details;
}

const withRows = async (rows: string): Promise<Buffer> => pack(excelParts(rows));
const withParts = async (more: Parts): Promise<Buffer> => pack({ ...excelParts(), ...more });
const without = async (name: string): Promise<Buffer> =>
  pack(Object.fromEntries(Object.entries(excelParts()).filter(([part]) => part !== name)));
const text = (value: string): string => `<row><c t="inlineStr"><is><t>${value}</t></is></c></row>`;
const compound = (more: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(more, 'utf16le')]);

describe('what is no workbook of this kind', () => {
  it.each([
    ['not-a-workbook', 'a text', async () => Buffer.from('a;b;c')],
    ['not-a-workbook', 'nothing', async () => Buffer.alloc(0)],
    ['not-a-workbook', 'an archive of anything', async () => pack({ 'a.txt': 'x' })],
    ['not-a-workbook', 'an archive with types only', async () => pack({ '[Content_Types].xml': '<Types/>' })],
    ['not-a-workbook', 'a document', async () => withParts({ 'xl/workbook.xml': '<w:document xmlns:w="x"/>' })],
    ['old-format', 'an .xls', async () => compound('Workbook')],
    ['encrypted', 'one with a password', async () => compound('EncryptedPackage')],
    ['has-macros', 'one with a macro part', async () => withParts({ 'xl/vbaProject.bin': 'x' })],
    ['has-macros', 'one with a sheet of old macros', async () => withParts({ 'xl/macrosheets/sheet1.xml': '<a/>' })],
    [
      'has-macros',
      'one of the macro type',
      async () =>
        withParts({ '[Content_Types].xml': '<Types a="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>' }),
    ],
  ])('%s: %s', async (fault, _, make) => expect(await refusal(await make())).toEqual({ fault }));
});

describe('what is damaged', () => {
  it.each([
    ['cut off', async () => (await withRows('')).subarray(0, 700)],
    ['a missing sheet', async () => without('xl/worksheets/sheet1.xml')],
    ['missing strings', async () => without('xl/sharedStrings.xml')],
    ['missing relations', async () => without('xl/_rels/workbook.xml.rels')],
    ['XML that does not end', async () => withParts({ 'xl/sharedStrings.xml': '<sst><si>' })],
    ['an entity nobody knows', async () => withParts({ 'xl/sharedStrings.xml': '<sst><si><t>&x;</t></si></sst>' })],
    [
      'text that is not UTF-8',
      async () => withParts({ 'xl/sharedStrings.xml': Buffer.from('<sst>\xFF</sst>', 'latin1') }),
    ],
    [
      'elements too deep',
      async () => withParts({ 'xl/sharedStrings.xml': `${'<a>'.repeat(101)}${'</a>'.repeat(101)}` }),
    ],
    [
      'attributes too many',
      async () =>
        withParts({
          'xl/sharedStrings.xml': `<a ${Array.from({ length: 9_999 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
        }),
    ],
    [
      'a sheet that lies outside',
      async () => {
        const relations = excelParts()['xl/_rels/workbook.xml.rels'] ?? '';
        const outside = relations.replace('sheet1.xml"', 'sheet1.xml" TargetMode="External"');
        return withParts({ 'xl/_rels/workbook.xml.rels': outside });
      },
    ],
    [
      'two sheets in one part',
      async () => {
        const relations = excelParts()['xl/_rels/workbook.xml.rels'] ?? '';
        return withParts({ 'xl/_rels/workbook.xml.rels': relations.replace('sheet2.xml', 'Sheet1.xml') });
      },
    ],
  ])('%s', async (_, make) => expect(await refusal(await make())).toEqual({ fault: 'damaged' }));

  it.each([
    ['a string that is not there', '<row><c r="A1" t="s"><v>4</v></c></row>', 'A1'],
    ['a string without a number', '<row><c t="s"><v>x</v></c></row>', 'A1'],
    ['a number that is none', '<row/><row><c r="B2"><v>1,5</v></c></row>', 'B2'],
    ['a number without end', '<row><c><v>1e999</v></c></row>', 'A1'],
    ['a kind of cell nobody knows', '<row><c t="x"><v>1</v></c></row>', 'A1'],
    ['a cell in another row', '<row r="2"><c r="A1"><v>1</v></c></row>', 'A1'],
    ['a cell before the one before', '<row><c r="B1"/><c r="A1"/></row>', 'A1'],
    ['a row before the one before', '<row r="2"/><row r="2"/>', '2'],
    ['a row that is no number', '<row r="x"/>', 'x'],
    ['an array formula without a place', '<row><c r="A1"><f t="array" ref="A">1</f></c></row>', 'A1'],
  ])('%s, with its place', async (_, rows, at) =>
    expect(await refusal(await withRows(rows))).toEqual({ fault: 'damaged', sheet: 'Ескертулер', at }),
  );
});

describe('what is not safe', () => {
  it.each(['<!DOCTYPE sst>', '<!DOCTYPE sst [<!ENTITY a "b">]>', '<!DOCTYPE sst SYSTEM "file:///etc/passwd">'])(
    'a document type: %s',
    async (type) =>
      expect(await refusal(await withParts({ 'xl/sharedStrings.xml': `${type}<sst/>` }))).toEqual({
        fault: 'unsafe-xml',
      }),
  );
});

describe('what is too much', () => {
  const many = (count: number, cell: (at: number) => string): string =>
    `<row>${Array.from({ length: count }, (_, at) => cell(at)).join('')}</row>`;
  it.each([
    ['too-big', { packedBytes: 500 }, text('а'), 500, {}],
    ['too-many-parts', { parts: 6 }, text('а'), 6, {}],
    ['unpacks-too-big', { unpackedBytes: 1_000 }, text('а'), 1_000, {}],
    ['unpacks-too-big', { ratio: 100 }, text('а'.repeat(1_000_000)), xlsxLimits.unpackedBytes, {}],
    ['too-many-sheets', { sheets: 1 }, text('а'), 1, {}],
    ['too-many-rows', { rows: 2 }, text('а').repeat(3), 2, { sheet: 'Ескертулер', at: '3' }],
    ['too-many-rows', { rows: 2 }, text('а').repeat(2), 2, { sheet: 'Тізім', at: '1' }],
    ['too-many-columns', { columns: 2 }, many(3, () => '<c><v>1</v></c>'), 2, { sheet: 'Ескертулер', at: 'C1' }],
    ['cell-too-long', { characters: 5 }, text('абвгде'), 5, { sheet: 'Ескертулер', at: 'A1' }],
    [
      'too-many-array-formulas',
      { arrayFormulas: 1 },
      many(2, () => '<c><f t="array" ref="A1:A9">1</f></c>'),
      1,
      { sheet: 'Ескертулер' },
    ],
  ])('%s', async (fault, limits, rows, limit, place) =>
    expect(await refusal(await withRows(rows), limits)).toEqual({ fault, limit, ...place }),
  );

  it('takes no more than a moment over a bomb', async () => {
    const bomb = await withParts({ 'xl/media/zeros': Buffer.alloc(200 * 1024 * 1024) });
    const started = performance.now();
    expect((await refusal(bomb)).fault).toBe('unpacks-too-big');
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

it('ends in a refusal or a result, and soon, whatever bytes are wrong', async () => {
  const whole = await pack(excelParts());
  const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(flips, async (places) => {
      const spoiled = Buffer.from(whole);
      for (const [at, bits] of places) spoiled.writeUInt8(spoiled.readUInt8(at) ^ bits, at);
      const started = performance.now();
      const error: unknown = await readXlsx(spoiled).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error === undefined || error instanceof XlsxRefused).toBe(true);
      expect(performance.now() - started).toBeLessThan(3_000);
    }),
    { numRuns: 200 },
  );
});

it('ends in a refusal or a result, whatever XML is in it', async () => {
  const spoiled = fc.tuple(
    fc.constantFrom(...Object.keys(excelParts())),
    fc.nat(400),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  await fc.assert(
    fc.asyncProperty(spoiled, async ([name, at, put]) => {
      const parts = excelParts();
      const part = parts[name] ?? '';
      const error: unknown = await readXlsx(
        await pack({ ...parts, [name]: part.slice(0, at) + put + part.slice(at + put.length) }),
      ).catch((thrown: unknown) => thrown);
      expect(Array.isArray(error) || error instanceof XlsxRefused).toBe(true);
    }),
    { numRuns: 200 },
  );
});
