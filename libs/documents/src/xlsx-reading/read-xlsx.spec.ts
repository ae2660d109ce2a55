import { describe, expect, it } from '@jest/globals';
import { dayOfSerial, instantOfSerial } from '../spreadsheet/date-serial.js';
import { pack } from '../testing/pack.js';
import { excelParts } from '../testing/sample-workbook.js';
import type { ReadCell, ReadSheet } from './read-workbook.js';
import { readXlsx } from './read-xlsx.js';
import { xlsxLimits } from './xlsx-limits.js';

const read = async (rows?: string, more?: string): Promise<readonly [ReadSheet, ReadSheet]> => {
  const [first, second, ...none] = await readXlsx(await pack(excelParts(rows, more)));
  if (!first || !second || none.length > 0) throw new Error('two sheets were expected');
  return [first, second];
};
const inRow = (sheet: ReadSheet, number: number): [string, ReadCell['value'], boolean][] =>
  [...(sheet.rows.find((row) => row.number === number)?.cells.values() ?? [])].map((cell) => [
    cell.address,
    cell.value,
    cell.isFormula,
  ]);

describe('a workbook of Excel', () => {
  it('has its sheets by name, with the hidden ones and without charts', async () => {
    const sheets = await read();
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Ескертулер', false],
      ['Тізім', true],
    ]);
  });

  it('keeps the numbers of its rows, and leaves out those with nothing in them', async () => {
    const [sheet] = await read();
    expect(sheet.rows.map(({ number }) => number)).toEqual([1, 5, 7, 8]);
  });

  it('has texts of every kind: shared, rich without its pronunciation, inline, with escapes and line breaks', async () => {
    const [sheet] = await read();
    expect(inRow(sheet, 1)).toEqual([
      ['A1', 'Мәтін', false],
      ['C1', 'қалың сөз', false],
    ]);
    expect(inRow(sheet, 5).slice(3)).toEqual([
      ['D5', 'бір\nекі & _x0041_', false],
      ['E5', 'ішкі мәтін', false],
    ]);
  });

  it('has numbers, truths and errors as such', async () => {
    const [sheet] = await read();
    const cells = sheet.rows[1]?.cells;
    expect(['A', 'B', 'C', 'D'].map((letters) => cells?.get(letters)?.kind)).toEqual([
      'number',
      'boolean',
      'error',
      'text',
    ]);
    expect(
      inRow(sheet, 5)
        .slice(0, 3)
        .map(([, value]) => value),
    ).toEqual([42_552.75, true, '#N/A']);
    expect(dayOfSerial(42_552.75, sheet.dateSystem)).toBe('2016-07-01');
    expect(instantOfSerial(42_552.75, 'Asia/Almaty', sheet.dateSystem)).toBe('2016-07-01T12:00:00.000000Z');
  });

  it('marks what a formula gave, also where the formula stands in another cell, and computes none', async () => {
    const [sheet] = await read();
    expect(inRow(sheet, 7)).toEqual([
      ['A7', 2, true],
      ['B7', 'Мәтінx', true],
      ['C7', null, true],
      ['D7', 1, true],
      ['E7', 2, true],
      ['F7', -0.0015, false],
    ]);
    expect(inRow(sheet, 8)).toEqual([
      ['D8', 3, true],
      ['F8', 4, true],
    ]);
  });

  it('may have prefixes, and rows and cells that do not tell their place', async () => {
    const [, second] = await read();
    expect(inRow(second, 1)).toEqual([
      ['A1', 'Мәтін', false],
      ['B1', 2, false],
    ]);
  });

  it('may count its days from 1904', async () => {
    const [sheet] = await read(undefined, '<workbookPr date1904="1"/>');
    expect(sheet.dateSystem).toBe(1904);
    expect((await read())[0].dateSystem).toBe(1900);
  });

  it('may be UTF-16', async () => {
    const parts = excelParts();
    const strings = parts['xl/sharedStrings.xml'] ?? '';
    const utf16 = Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${strings}`, 'utf16le');
    const [sheet] = await readXlsx(await pack({ ...parts, 'xl/sharedStrings.xml': utf16 }));
    expect(sheet?.rows[0]?.cells.get('A')?.value).toBe('Мәтін');
  });

  it('is read to its limits and not beyond', async () => {
    const cells = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c t="inlineStr"><is><t>абв</t></is></c></row>';
    const workbook = await pack(excelParts(cells));
    const exactly = { ...xlsxLimits, sheets: 2, rows: 3, columns: 2, characters: 5, packedBytes: workbook.length };
    expect(await readXlsx(workbook, exactly)).toHaveLength(2);
  });
});
