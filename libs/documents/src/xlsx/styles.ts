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
}

const FIRST_OWN_FORMAT = 164;

/** The styles that cells have asked for, numbered in that order. */
export class Styles {
  private readonly numbers = new Map<string, number>();
  private readonly written: string[] = [];
  private readonly formats: string[] = [];

  numberOf(style: CellStyle): number {
    const key = JSON.stringify([style.format, Boolean(style.isWrapped), style.isQuoted, style.isHeading]);
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
      '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
      '<fill><patternFill patternType="solid"><fgColor rgb="FFE7E7E7"/><bgColor indexed="64"/></patternFill></fill></fills>' +
      '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
      '<border><left/><right/><top/><bottom style="thin"><color rgb="FF595959"/></bottom><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${this.written.length + 1}">${plain}${this.written.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }

  private xmlOf({ format, isWrapped = false, isQuoted = false, isHeading = false }: CellStyle): string {
    const look = isHeading ? 'fontId="1" fillId="2" borderId="1"' : 'fontId="0" fillId="0" borderId="0"';
    return (
      `<xf numFmtId="${format === undefined ? 0 : this.numberOfFormat(format)}" ${look} xfId="0" applyNumberFormat="1"` +
      `${isQuoted ? ' quotePrefix="1"' : ''} applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
      `<alignment vertical="top"${isWrapped ? ' wrapText="1"' : ''}/></xf>`
    );
  }

  private numberOfFormat(format: string): number {
    const known = this.formats.indexOf(format);
    return FIRST_OWN_FORMAT + (known >= 0 ? known : this.formats.push(format) - 1);
  }
}

const font = (weight: string): string => `<font>${weight}<sz val="10"/><name val="Arial"/><family val="2"/></font>`;
