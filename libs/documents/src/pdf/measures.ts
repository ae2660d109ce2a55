import type { Block } from '../document.js';

// In points. Sizes and distances are those of the DOCX writer's styles, so that both look like one document.
export const A4 = { short: 595.28, long: 841.89 };
export const MARGIN = 56.7;
/** From the edge of the page to the last line of the footer. */
export const FOOTER_MARGIN = 28.35;

export interface TextStyle {
  readonly size: number;
  readonly before: number;
  readonly after: number;
  readonly bold?: boolean;
}

const normal: TextStyle = { size: 10.5, before: 0, after: 6 };
const caption: TextStyle = { size: 8.5, before: 0, after: 10 };
const headings: Record<1 | 2 | 3, TextStyle> = {
  1: { size: 14, before: 0, after: 6, bold: true },
  2: { size: 12, before: 12, after: 6, bold: true },
  3: { size: 11, before: 12, after: 6, bold: true },
};

export const tableText: TextStyle = { size: 9, before: 0, after: 10 };
export const tableHeading: TextStyle = { ...tableText, bold: true };
export const footerText: TextStyle = { size: 7.5, before: 0, after: 0 };

export function styleOf(block: Exclude<Block, { kind: 'table' }>): TextStyle {
  if (block.kind === 'heading') return headings[block.level];
  return block.style === 'caption' ? caption : normal;
}

/** Noto Sans: its letters reach 1.069 above the baseline and 0.293 below, in sizes. */
const ASCENT = 1.069;
const DESCENT = 0.293;
const LEADING = 1.05;

export const lineHeightOf = (size: number): number => size * (ASCENT + DESCENT) * LEADING;
/** From the top of a line to its baseline. */
export const baselineOf = (size: number): number =>
  (lineHeightOf(size) - size * (ASCENT + DESCENT)) / 2 + size * ASCENT;

/** A length as PDF writes it. */
export const points = (length: number): string => String(Math.round(length * 1000) / 1000);
