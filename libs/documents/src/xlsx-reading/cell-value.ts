import { isTrue } from './read-xml.js';
import { withoutEscapes } from './string-text.js';
import { XlsxRefused } from './xlsx-refused.js';

export type CellContent =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string };

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

export interface RawCell {
  /** The attribute t. */
  readonly type: string;
  /** The text of v; undefined when the cell has none. */
  readonly raw: string | undefined;
  /** The text of is. */
  readonly inline: string;
}

/** What the XML of a cell means; undefined for an empty one. @throws XlsxRefused damaged */
export function cellContent({ type, raw, inline }: RawCell, strings: readonly string[]): CellContent | undefined {
  if (type === 'inlineStr') return textOrNothing(inline);
  if (raw === undefined || raw.trim() === '') return undefined;
  switch (type) {
    case 's':
      return textOrNothing(sharedString(raw, strings));
    case 'str':
    // A date in words of ISO 8601, which nobody but the strict form of the format writes.
    case 'd':
      return textOrNothing(withoutEscapes(raw));
    case 'b':
      return { kind: 'boolean', value: isTrue(raw.trim()) };
    case 'e':
      return { kind: 'error', value: raw.trim() };
    case 'n':
      return { kind: 'number', value: numberOf(raw.trim()) };
    default:
      throw new XlsxRefused('damaged');
  }
}

const textOrNothing = (value: string): CellContent | undefined => (value === '' ? undefined : { kind: 'text', value });

function sharedString(raw: string, strings: readonly string[]): string {
  const text = /^\s*\d+\s*$/.test(raw) ? strings[Number(raw)] : undefined;
  if (text === undefined) throw new XlsxRefused('damaged');
  return text;
}

function numberOf(raw: string): number {
  const number = NUMBER.test(raw) ? Number(raw) : NaN;
  if (!Number.isFinite(number)) throw new XlsxRefused('damaged');
  return number;
}
