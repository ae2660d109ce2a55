import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { bytesOf } from './fixed-chunks.js';
import { type CsvValue, writeCsv } from './write-csv.js';

const written = async (rows: readonly (readonly CsvValue[])[], byteOrderMark = false): Promise<string> =>
  (await bytesOf(writeCsv({ header: ['нөмірі', 'мәтіні'], rows, byteOrderMark }))).toString();

describe('CSV (RFC 4180)', () => {
  it('ends lines with CRLF and doubles quotes', async () => {
    expect(
      await written([
        [1, 'ол айтты: "жоқ", сосын\nкетті'],
        [null, 'ә'],
      ]),
    ).toBe('нөмірі,мәтіні\r\n1,"ол айтты: ""жоқ"", сосын\nкетті"\r\n,ә\r\n');
  });

  it('starts with a byte order mark only when asked', async () => {
    expect((await written([], true)).startsWith('\uFEFFнөмірі')).toBe(true);
    expect((await written([])).startsWith('нөмірі')).toBe(true);
  });

  it.each([
    '=cmd|/C calc!A0',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\0=1',
    ' =1',
    '"=1',
    "'=1",
    '＝1',
    '＋1',
    '－1',
    '＠a',
  ])('puts an apostrophe before %j, which a spreadsheet would run', async (text) => {
    const rows = parse(await written([[1, text]]), { record_delimiter: '\r\n' });
    expect(rows[1]?.[1]).toBe(`'${text}`);
  });

  it('leaves ordinary text and numbers as they are, negative numbers too', async () => {
    expect(await written([[-5, 'мерзім – 5 күн']])).toContain('-5,мерзім – 5 күн\r\n');
  });

  it('refuses a row that does not fit its headings', async () => {
    await expect(written([[1]])).rejects.toThrow(/1 values under 2 headings/);
  });

  it('reads back to what was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' }))), async (rows) => {
        const back = parse(await written(rows), { record_delimiter: '\r\n', from_line: 2, relax_column_count: false });
        const plain = (cell: string | undefined, original: string | undefined): boolean =>
          cell === original || cell === `'${original}`;
        return (
          back.length === rows.length && back.every((row, at) => row.every((cell, n) => plain(cell, rows[at]?.[n])))
        );
      }),
      { numRuns: 200 },
    );
  });
});
