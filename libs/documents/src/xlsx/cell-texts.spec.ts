import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readArchive } from '../testing/read-archive.js';
import { oneText, readBack, row, sheet, valuesOf, workbook, written } from '../testing/written-workbook.js';
import { readXlsx } from '../xlsx-reading/read-xlsx.js';
import { textInCell } from './cell-text.js';

describe('a text in XLSX', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\n=1', ' =1', '"=1', "'=1", '＝1', '＋1', '－1', '＠a'])(
    'stays a text: %j',
    async (text) => {
      const bytes = await written(workbook([oneText(text)]));
      const [read] = await readXlsx(bytes);
      const cell = read?.rows[1]?.cells.get('A');
      expect([cell?.kind, cell?.value, cell?.isFormula]).toEqual(['text', text, false]);
      const parts = await readArchive(bytes);
      const style = /<c r="A2" s="(\d+)" t="inlineStr">/.exec(parts.get('xl/worksheets/sheet1.xml') ?? '')?.[1];
      const formats = parts
        .get('xl/styles.xml')
        ?.split('<cellXfs')[1]
        ?.match(/<xf [^>]*>/g);
      expect(formats?.[Number(style)]).toContain('quotePrefix="1"');
    },
  );

  it.each([
    ['\r=1', '\n=1'],
    ['\0=1', '\uFFFD=1'],
    ['а\r\nә\rб\u2028в', 'а\nә\nб\nв'],
    ['\uD800 \uFFFE \u0007', '\uFFFD \uFFFD \uFFFD'],
    ['</t></is></c><f>1</f> & "', '</t></is></c><f>1</f> & "'],
    ['_x0041_ _x005F_ _xZZZZ_', '_x0041_ _x005F_ _xZZZZ_'],
    [' бос орын ', ' бос орын '],
    ['\u202Eevil 😀', '\u202Eevil 😀'],
  ])('is written whole, what cannot be written as U+FFFD: %j', async (text, back) => {
    expect(valuesOf((await readBack(workbook([oneText(text)])))[0])[1]).toEqual([back]);
    expect(textInCell(text)).toBe(back);
  });

  it('is read back as a cell holds it, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const rows = texts.map((text) => [text]);
          const [read] = await readBack(
            workbook([sheet(rows, { columns: [{ heading: 'а', width: 9, type: 'text' }] })]),
          );
          expect(valuesOf(read).slice(1)).toEqual(rows.map(([text = '']) => [textInCell(text)]));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('stays a text in a column of another type, and a number in a column of texts becomes one', async () => {
    const [read] = await readBack(workbook([sheet([row('=1', 2, '=2', '=3')])]));
    expect([...(read?.rows[1]?.cells.values() ?? [])].map(({ kind, value }) => [kind, value])).toEqual([
      ['text', '=1'],
      ['text', '2'],
      ['text', '=2'],
      ['text', '=3'],
    ]);
  });
});
