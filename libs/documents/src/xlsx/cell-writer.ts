import { type Language, isInstant, isLegalDay } from '#lib/kernel';
import { looksLikeFormula } from '../looks-like-formula.js';
import { serialOfDay, serialOfInstant } from '../spreadsheet/date-serial.js';
import { cellText } from './cell-text.js';
import { type Styles, TEXT_FORMAT } from './styles.js';
import type { CellValue, SheetColumn } from './workbook.js';

const DAY_FORMAT: Record<Language, string> = { kk: 'dd\\.mm\\.yyyy', ru: 'dd\\.mm\\.yyyy', en: 'yyyy\\-mm\\-dd' };

/** The cells of one column. */
export interface CellWriter {
  /** The number of the style that cells without a value have. */
  readonly style: number;
  /** The XML of one cell; nothing for no value. @throws RangeError for a number that is none */
  write(value: CellValue, address: string): string;
}

export function cellWriter(column: SheetColumn, language: Language, styles: Styles): CellWriter {
  const { isWrapped, isFixed: isShaded } = column;
  const format = formatOf(column, language);
  const textFormat = column.isTyped ? TEXT_FORMAT : undefined;
  const style = styles.numberOf({ isWrapped, isShaded, format: format ?? textFormat });
  const text = styles.numberOf({ isWrapped, isShaded, format: textFormat });
  const quoted = styles.numberOf({ isWrapped, isShaded, format: textFormat, isQuoted: true });
  const serialOf = serialReader(column);
  return {
    style,
    write(value, address) {
      if (value === null) return '';
      const number = typeof value === 'number' ? value : serialOf?.(value);
      if (number === undefined || column.type === 'text') {
        const shown = String(value);
        return textCell(shown, address, looksLikeFormula(shown) ? quoted : text);
      }
      if (!Number.isFinite(number)) throw new RangeError(`${number} under "${column.heading}" is no number`);
      return `<c r="${address}" s="${style}"><v>${number}</v></c>`;
    },
  };
}

/** Always a string of its own, which no program takes for a formula. */
export const textCell = (text: string, address: string, style: number): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;

function formatOf({ type, zone = 'UTC' }: SheetColumn, language: Language): string | undefined {
  if (type === 'day') return DAY_FORMAT[language];
  return type === 'instant' ? `${DAY_FORMAT[language]}\\ hh:mm:ss.000" ${zone.replaceAll('"', '')}"` : undefined;
}

function serialReader({ type, zone = 'UTC' }: SheetColumn): ((value: string) => number | undefined) | undefined {
  if (type === 'day') return remembered((value) => (isLegalDay(value) ? serialOfDay(value) : undefined));
  if (type === 'instant') return (value) => (isInstant(value) ? serialOfInstant(value, zone) : undefined);
  return undefined;
}

const MOST_REMEMBERED = 10_000;

/** A table holds the same days again and again. */
function remembered(serialOf: (value: string) => number | undefined): (value: string) => number | undefined {
  const known = new Map<string, number | undefined>();
  return (value) => {
    if (known.has(value)) return known.get(value);
    const serial = serialOf(value);
    if (known.size < MOST_REMEMBERED) known.set(value, serial);
    return serial;
  };
}
