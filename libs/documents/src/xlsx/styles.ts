import { XML_HEAD } from '../package-properties.js';
import { xmlText } from '../xml-text.js';
import { SHEET_NAMESPACE } from './namespace.js';

export interface CellStyle {
  /** How a number is shown; a number as such when nothing is said. */
  readonly format?: string;
  readonly isWrapped?: boolean;
  /** The text stays a text when the cell is edited, whatever it begins with. */
  readonly isQuoted?: boolean;
  readonly isHeading?: boolean;
  /** On grey, lighter than that of a heading. */
  readonly isShaded?: boolean;
}

/** What is typed under it stays the text it is. Number 49 of the formats that every program knows. */
export const TEXT_FORMAT = '@';
const TEXT_FORMAT_NUMBER = 49;
const FIRST_OWN_FORMAT = 164;

/** The styles that cells have asked for, numbered in that order. */
export class Styles {
  private readonly numbers = new Map<string, number>();
  private readonly written: string[] = [];
  private readonly formats: string[] = [];

  numberOf(style: CellStyle): number {
    const { format, isWrapped, isQuoted, isHeading, isShaded } = style;
    const key = JSON.stringify([format, Boolean(isWrapped), isQuoted, isHeading, Boolean(isShaded)]);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.written.push(this.xmlOf(style));
    this.numbers.set(key, this.written.length);
    return this.written.length;
  }

  /** Number 0 is the plain style. */
  xml(): string {
    const formats = this.formats.map(
      (format, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${xmlText(format)}"/>`,
    );
    const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
    return (
      `${XML_HEAD}<styleSheet xmlns="${SHEET_NAMESPACE}">` +
      (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '') +
      `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
      '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
      `${solidFill('FFE7E7E7')}${solidFill('FFF5F5F5')}</fills>` +
      '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
      '<border><left/><right/><top/><bottom style="thin"><color rgb="FF595959"/></bottom><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${this.written.length + 1}">${plain}${this.written.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }

  private xmlOf({
    format,
    isWrapped = false,
    isQuoted = false,
    isHeading = false,
    isShaded = false,
  }: CellStyle): string {
    const plain = `fontId="0" fillId="${isShaded ? 3 : 0}" borderId="0"`;
    const look = isHeading ? 'fontId="1" fillId="2" borderId="1"' : plain;
    return (
      `<xf numFmtId="${format === undefined ? 0 : this.numberOfFormat(format)}" ${look} xfId="0" applyNumberFormat="1"` +
      `${isQuoted ? ' quotePrefix="1"' : ''} applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
      `<alignment vertical="top"${isWrapped ? ' wrapText="1"' : ''}/></xf>`
    );
  }

  private numberOfFormat(format: string): number {
    if (format === TEXT_FORMAT) return TEXT_FORMAT_NUMBER;
    const known = this.formats.indexOf(format);
    return FIRST_OWN_FORMAT + (known >= 0 ? known : this.formats.push(format) - 1);
  }
}

const solidFill = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

const font = (weight: string): string => `<font>${weight}<sz val="10"/><name val="Arial"/><family val="2"/></font>`;
