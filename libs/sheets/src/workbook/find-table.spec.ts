import { describe, expect, it } from '@jest/globals';
import type { ReadSheet } from '#lib/documents';
import { columnLetters } from '#lib/documents';
import { findTable } from './find-table.js';
import { headed } from './heading-key.js';
import { SheetRefused } from './sheet-refused.js';

const wanted = {
  keys: ['number', 'ground-kk', 'state', 'note'],
  words: new Map([['негіздеме', 'ground-kk'] as const]),
  needed: ['number', 'state'],
} as const;

const sheet = (name: string, ...rows: readonly (readonly (string | null)[])[]): ReadSheet => ({
  name,
  isHidden: false,
  dateSystem: 1900,
  rows: rows.map((texts, index) => ({
    number: index + 1,
    cells: new Map(
      texts.flatMap((value, column) => {
        const letters = columnLetters(column);
        const cell = { address: `${letters}${index + 1}`, column, isFormula: false, kind: 'text' as const };
        return value === null ? [] : [[letters, { ...cell, value }] as const];
      }),
    ),
  })),
});

const headings = [headed('Нөмірі', 'number'), headed('Негіздеме', 'ground-kk'), headed('Күйі', 'state')];
const faultOf = (...sheets: ReadSheet[]): unknown => {
  try {
    findTable(sheets, wanted);
    return 'found';
  } catch (error) {
    return error instanceof SheetRefused ? { fault: error.fault, named: error.details['named'] } : error;
  }
};

describe('a table in a workbook', () => {
  it('is found by the keys of its headings, whatever their order, below a title, beside columns of others', () => {
    const moved = sheet('x', ['Кесте'], [null, 'Менің бағаным', ...headings.toReversed()], ['a', 'b', 'c', 'd', 'e']);
    const { columns, rows } = findTable([sheet('басқа', ['а']), moved], wanted);
    expect(Object.fromEntries(columns)).toEqual({ state: 'C', 'ground-kk': 'D', number: 'E' });
    expect(rows.map(({ number }) => number)).toEqual([3]);
  });

  it('knows a heading that was written anew, by its words or by its key alone', () => {
    const renamed = sheet('x', ['Remark [ NUMBER ] ', ' НЕГІЗДЕМЕ ', '[state]']);
    expect([...findTable([renamed], wanted).columns.keys()]).toEqual(['number', 'ground-kk', 'state']);
  });

  it.each([
    ['no table', [sheet('x', ['а', 'ә'])], { fault: 'no-table', named: undefined }],
    ['two of them', [sheet('бір', headings), sheet('екі', headings)], { fault: 'two-tables', named: ['бір', 'екі'] }],
    ['a column twice', [sheet('x', [...headings, '[state]'])], { fault: 'column-twice', named: ['C1', 'D1'] }],
    ['a column gone', [sheet('x', ['[note]', ...headings.slice(0, 2)])], { fault: 'column-missing', named: ['state'] }],
  ])('is refused for %s', (_name, sheets, fault) => {
    expect(faultOf(...sheets)).toEqual(fault);
  });
});
