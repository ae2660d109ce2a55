import { linesOf } from '../lines-of.js';
import { withinXml, xmlText } from '../xml-text.js';

/** In UTF-16 units: a spreadsheet takes no longer text. */
export const LONGEST_TEXT = 32_767;
const CUT_MARK = '…';

/**
 * A text as a cell holds it, and as it is read back: line breaks are line feeds, a text that is too long ends in an ellipsis,
 * after a whole character, and what XML cannot hold is U+FFFD.
 */
export function textInCell(text: string): string {
  const lines = /[\r\u2028\u2029]/.test(text) ? linesOf(text).join('\n') : text;
  return withinXml(lines.length <= LONGEST_TEXT ? lines : `${cutAt(lines, LONGEST_TEXT - CUT_MARK.length)}${CUT_MARK}`);
}

/** A text as the XML of a cell; what looks like an escape of this format is escaped itself. */
export function cellText(text: string): string {
  const held = textInCell(text);
  return xmlText(held.includes('_x') ? held.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : held);
}

/** The beginning of a text in at most so many UTF-16 units, never cut between the halves of a character. */
export const cutAt = (text: string, length: number): string =>
  text.slice(0, /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length);
