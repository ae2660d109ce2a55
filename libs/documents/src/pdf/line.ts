import type { Run } from '../document.js';
import type { GlyphRun, Typeface } from './typeface.js';

/** A piece of a line in one style, measured in points. */
export interface Piece {
  readonly typeface: Typeface;
  readonly size: number;
  /** Above the baseline of the line. */
  readonly rise: number;
  /** The run it comes from: the pieces of a marked run are told to a screen reader together. */
  readonly run: Run;
  readonly text: string;
  readonly glyphs: readonly GlyphRun[];
  readonly width: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

export type MakePiece = (text: string) => Piece;
