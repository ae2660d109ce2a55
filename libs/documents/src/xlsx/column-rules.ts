import { columnLetters } from '../spreadsheet/cell-address.js';
import { xmlText } from '../xml-text.js';
import { cutAt } from './cell-text.js';
import type { SheetColumn } from './workbook.js';

const LAST_ROW = 1_048_576;
const LONGEST_TITLE = 32;
const LONGEST_NOTE = 255;

/** What may be typed into the columns, and what is said beside a cell being filled in; `choices` tells where a list stands. */
export function rules(columns: readonly SheetColumn[], choices: (choices: readonly string[]) => string): string {
  const found = columns.flatMap((column, index) => {
    if (!column.choices && !column.note) return [];
    const letters = columnLetters(index);
    const list = column.choices ? `<formula1>${xmlText(choices(column.choices))}</formula1>` : '';
    return (
      `<dataValidation${list ? ' type="list" showErrorMessage="1"' : ''} allowBlank="1" showInputMessage="1"` +
      `${noteOf(column)} sqref="${letters}2:${letters}${LAST_ROW}">${list}</dataValidation>`
    );
  });
  return found.length === 0 ? '' : `<dataValidations count="${found.length}">${found.join('')}</dataValidations>`;
}

function noteOf({ heading, note }: SheetColumn): string {
  if (!note) return '';
  return ` promptTitle="${attribute(heading, LONGEST_TITLE)}" prompt="${attribute(note, LONGEST_NOTE)}"`;
}

const attribute = (text: string, longest: number): string =>
  xmlText(text.length <= longest ? text : `${cutAt(text, longest - 1)}…`).replace(/\r\n|[\r\n]/g, '&#10;');
