import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { instant, legalDay } from '#lib/kernel';
import { xmlFaults } from '../testing/read-archive.js';
import {
  columns,
  partsOf,
  oneText,
  readBack,
  row,
  sheet,
  valuesOf,
  workbook,
  written,
} from '../testing/written-workbook.js';
import { readXlsx } from '../xlsx-reading/read-xlsx.js';
import type { SheetColumn } from './workbook.js';

describe('XLSX', () => {
  it('is a package of well-formed parts that carries nobody', async () => {
    const parts = await partsOf(workbook([sheet([[1, 'а', null, null]])], { title: 'Есеп <&> "x"' }));
    expect([...parts.keys()]).toEqual([
      '_rels/.rels',
      'docProps/core.xml',
      'xl/worksheets/sheet1.xml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      '[Content_Types].xml',
    ]);
    for (const [name, text] of parts) expect([name, xmlFaults(text)]).toEqual([name, []]);
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Есеп &lt;&amp;&gt; &quot;x&quot;</dc:title>');
    expect([...parts.values()].join()).not.toMatch(/creator|lastModifiedBy|<f>/);
  });

  it('reads back to what was written, each value of its type', async () => {
    const [read] = await readBack(
      workbook([
        sheet([
          row(1.5, 'Әділ\nғалым', instant('2016-07-01T17:59:59.999999Z'), legalDay('2016-07-01')),
          row(-2, null, null, null),
          row(null, null, null, null),
          row(0, '', 'кеш', '1899-01-01'),
        ]),
      ]),
    );
    expect(read?.name).toBe('Ескертулер');
    expect(read?.rows.map(({ number }) => number)).toEqual([1, 2, 3, 5]);
    expect(valuesOf(read)).toEqual([
      ['р/с №', 'Ескерту', 'Түскен уақыты', 'Күні'],
      [1.5, 'Әділ\nғалым', 42_552.999_999_988_43, 42_552],
      [-2],
      [0, 'кеш', '1899-01-01'],
    ]);
  });

  it.each([
    ['kk', 'dd\\.mm\\.yyyy'],
    ['ru', 'dd\\.mm\\.yyyy'],
    ['en', 'yyyy\\-mm\\-dd'],
  ] as const)('shows days as in %s, and instants with their zone', async (language, format) => {
    const instants: SheetColumn[] = [{ heading: 'а', width: 9, type: 'instant' }, ...columns];
    const styles = (await partsOf(workbook([sheet([], { columns: instants })], { language }))).get('xl/styles.xml');
    expect(styles).toContain(`formatCode="${format}"`);
    expect(styles).toContain(`formatCode="${format}\\ hh:mm:ss.000&quot; UTC&quot;"`);
    expect(styles).toContain(`formatCode="${format}\\ hh:mm:ss.000&quot; Asia/Almaty&quot;"`);
  });

  it('keeps the heading row in sight, lets it filter, and prints it on every page across one page', async () => {
    const parts = await partsOf(workbook([sheet([[1, 'а', null, null]], { name: "Ө'қ" })]));
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:D2"/>');
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>');
    const book = parts.get('xl/workbook.xml');
    expect(book).toContain(`hidden="1">'Ө''қ'!$A$1:$D$2</definedName>`);
    expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'Ө''қ'!$1:$1</definedName>`);
    const plain = await partsOf(workbook([sheet([], { frozenRows: 0, hasFilter: false })]));
    expect([...plain.values()].join()).not.toMatch(/<pane|autoFilter|_FilterDatabase/);
  });

  it('hides columns, wraps text and makes room for it', async () => {
    const wide: SheetColumn[] = [
      { heading: 'а', width: 10, type: 'text', isWrapped: true },
      { heading: 'ә', width: 999, type: 'text', isHidden: true },
    ];
    const xml = (await partsOf(workbook([sheet([['а'.repeat(25), 'ә']], { columns: wide })]))).get(
      'xl/worksheets/sheet1.xml',
    );
    expect(xml).toMatch(/<col min="2" max="2" width="255" style="\d+" hidden="1"/);
    expect(xml).toContain('<row r="2" ht="38.25">');
  });

  it('keeps what is typed as the text it is, and shades what nobody is to change', async () => {
    const [fixed, typed] = [
      { heading: 'а', width: 9, type: 'text', isFixed: true },
      { heading: 'ә', width: 9, type: 'text', isTyped: true },
    ] as const;
    const parts = await partsOf(workbook([sheet([['а', '=1']], { columns: [fixed, typed] })]));
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const formats = parts
      .get('xl/styles.xml')
      ?.split('<cellXfs')[1]
      ?.match(/<xf [^>]*>/g);
    const styleOf = (pattern: RegExp) => formats?.[Number(pattern.exec(xml)?.[1])];
    expect(styleOf(/<col min="1"[^>]* style="(\d+)"/)).toMatch(/numFmtId="0".* fillId="3"/);
    expect(styleOf(/<col min="2"[^>]* style="(\d+)"/)).toMatch(/numFmtId="49".* fillId="0"/);
    expect(styleOf(/<c r="B2" s="(\d+)"/)).toMatch(/numFmtId="49".* quotePrefix="1"/);
  });

  it('offers choices, however long and with commas, and says what to fill in', async () => {
    const choices = ['Ескерілді, толық', 'ә'.repeat(300), '=1+1'];
    const note = `Тізімнен "таңдаңыз"\n${'ұ'.repeat(300)}`;
    const made = workbook([
      sheet([], { columns: [...columns, { heading: 'Шешім', width: 9, type: 'text', choices, note }] }),
      sheet([], { columns: [{ heading: 'Шешім', width: 9, type: 'text', choices: [...choices] }] }),
    ]);
    const parts = await partsOf(made);
    const [first, second] = [parts.get('xl/worksheets/sheet1.xml') ?? '', parts.get('xl/worksheets/sheet2.xml') ?? ''];
    for (const [xml, letter] of [
      [first, 'E'],
      [second, 'A'],
    ] as const) {
      expect(xml).toContain(`sqref="${letter}2:${letter}1048576"><formula1>'choices'!$A$1:$A$3</formula1>`);
    }
    const prompt = /prompt="([^"]*)"/.exec(first)?.[1] ?? '';
    expect(prompt).toMatch(/^Тізімнен &quot;таңдаңыз&quot;&#10;ұ+…$/);
    const sheets = await readXlsx(await written(made));
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Ескертулер', false],
      ['Ескертулер (2)', false],
      ['choices', true],
    ]);
    expect(valuesOf(sheets[2])).toEqual(choices.map((choice) => [choice]));
  });

  it('gives sheets names that Excel takes', async () => {
    const names = [
      '',
      "'а/ә:[1]*?\\'",
      'history',
      'Choices',
      'х'.repeat(40),
      'Х'.repeat(40),
      `${'х'.repeat(30)}😀`,
      '<&>',
    ];
    const read = await readBack(workbook(names.map((name) => sheet([], { name }))));
    const given = read.map(({ name }) => name);
    expect(given).toEqual([
      '1',
      'а ә  1',
      'history (2)',
      'Choices (2)',
      'х'.repeat(31),
      `${'Х'.repeat(27)} (2)`,
      'х'.repeat(30),
      '<&>',
    ]);
  });

  it('goes on in another sheet where one is full', async () => {
    const rows = Array.from({ length: 5 }, (_, at) => row(at + 1, `ескерту ${at + 1}`, null, null));
    const read = await readBack(workbook([sheet(rows), sheet(rows.slice(0, 2), { name: 'ә' })]), { rowsInSheet: 3 });
    expect(read.map(({ name }) => name)).toEqual(['Ескертулер', 'Ескертулер (2)', 'Ескертулер (3)', 'ә']);
    expect(
      read.flatMap((each) =>
        valuesOf(each)
          .slice(1)
          .map(([number]) => number),
      ),
    ).toEqual([1, 2, 3, 4, 5, 1, 2]);
    expect(read.every((each) => each.rows[0]?.cells.get('B')?.value === 'Ескерту')).toBe(true);
  });

  it('cuts a text that is too long after a whole character, and says so', async () => {
    const [kept] = await readBack(workbook([oneText('а'.repeat(32_767))]));
    expect(valuesOf(kept)[1]).toEqual(['а'.repeat(32_767)]);
    const [cut] = await readBack(workbook([oneText(`${'а'.repeat(32_765)}😀ә`)]));
    expect(valuesOf(cut)[1]).toEqual([`${'а'.repeat(32_765)}…`]);
  });

  it('is byte-identical for equal input, however the rows arrive and wherever it is made', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) =>
      row(at, `ескерту ${at * 7919}`, null, legalDay('2016-07-01')),
    );
    async function* slowly() {
      for (const [at, each] of rows.entries()) {
        if (at % 500 === 0) await setImmediate();
        yield each;
      }
    }
    async function* oneSheet() {
      yield sheet(slowly());
    }
    const first = await written(workbook([sheet(rows)]));
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    const second = await written(workbook(oneSheet())).finally(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });
    expect(second.equals(first)).toBe(true);
  });
});
