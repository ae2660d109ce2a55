import { XML_HEAD } from '../package-properties.js';
import { columnLetters } from '../spreadsheet/cell-address.js';
import { textCell } from './cell-writer.js';
import { SHEET_NAMESPACE } from './namespace.js';

/**
 * The lists that cells are chosen from, on a hidden sheet of their own: a list written into the rule itself may have 255
 * characters in all and no comma.
 */
export class ChoiceLists {
  private readonly lists: (readonly string[])[] = [];

  constructor(readonly sheetName: string) {}

  get isEmpty(): boolean {
    return this.lists.length === 0;
  }

  /** Where the list stands; equal lists stand there once. */
  rangeOf(choices: readonly string[]): string {
    const key = JSON.stringify(choices);
    const known = this.lists.findIndex((list) => JSON.stringify(list) === key);
    const letters = columnLetters(known >= 0 ? known : this.lists.push(choices) - 1);
    return `'${this.sheetName}'!$${letters}$1:$${letters}$${Math.max(1, choices.length)}`;
  }

  async *xml(): AsyncGenerator<string> {
    yield `${XML_HEAD}<worksheet xmlns="${SHEET_NAMESPACE}"><sheetData>`;
    const longest = Math.max(...this.lists.map((list) => list.length));
    for (let row = 0; row < longest; row++) {
      const cells = this.lists.map((list, index) => {
        const text = list[row];
        return text === undefined ? '' : textCell(text, `${columnLetters(index)}${row + 1}`, 0);
      });
      yield `<row r="${row + 1}">${cells.join('')}</row>`;
    }
    yield '</sheetData></worksheet>';
  }
}
