import type { Line, MakePiece, Piece } from './line.js';

const segmenter = new Intl.Segmenter('kk', { granularity: 'grapheme' });
/** Longer stretches are cut first: a letter may carry any number of accents. */
const STRETCH = /[^]{1,200}/gu;
/** Sums of measured widths are not exact. */
const TOLERANCE = 0.01;

interface WordPart {
  readonly text: string;
  readonly make: MakePiece;
  readonly piece: Piece;
}

/** Gathers words and blanks into lines that are no wider than the column. */
export class LineBuilder {
  private readonly lines: Line[] = [];
  private pieces: Piece[] = [];
  private width = 0;
  private blank: Piece[] = [];
  /** What has no place to break in it, though it may change its style. */
  private word: WordPart[] = [];

  constructor(private readonly most: number) {}

  addWord(text: string, make: MakePiece): void {
    this.word.push({ text, make, piece: make(text) });
  }

  addLongWord(text: string, make: MakePiece): void {
    this.mayBreak();
    this.putBroken(text, make);
  }

  addBlank(blank: Piece): void {
    this.mayBreak();
    const isIndent = this.pieces.length === 0;
    if (!isIndent || blank.width < this.most / 2) this.blank.push(blank);
  }

  /** The word so far goes onto the line, or begins the next one. */
  mayBreak(): void {
    if (this.word.length === 0) return;
    const width = widthOf(this.word.map(({ piece }) => piece));
    if (!this.hasRoomFor(width) && this.pieces.length > 0) this.wrap(this.blank[0]);
    if (this.hasRoomFor(width)) for (const { piece } of this.word) this.put(piece);
    else for (const { text, make } of this.word) this.putBroken(text, make);
    this.word = [];
  }

  endLine(blank?: Piece): void {
    this.mayBreak();
    this.wrap(blank);
  }

  finish(): Line[] {
    this.endLine();
    return this.lines;
  }

  private putBroken(text: string, make: MakePiece): void {
    for (const stretch of text.match(STRETCH) ?? []) {
      for (const { segment } of segmenter.segment(stretch)) {
        const piece = make(segment);
        if (!this.hasRoomFor(piece.width) && this.pieces.length > 0) this.wrap(this.blank[0]);
        this.put(piece);
      }
    }
  }

  private hasRoomFor(width: number): boolean {
    return this.width + widthOf(this.blank) + width <= this.most + TOLERANCE;
  }

  private put(piece: Piece): void {
    this.pieces.push(...this.blank, piece);
    this.width += widthOf(this.blank) + piece.width;
    this.blank = [];
  }

  /** Of the blanks between two lines one stays at the end of the first, without width: a reader of text joins no words. */
  private wrap(blank?: Piece): void {
    this.lines.push({ pieces: blank ? [...this.pieces, { ...blank, width: 0 }] : this.pieces, width: this.width });
    this.pieces = [];
    this.width = 0;
    this.blank = [];
  }
}

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.width, 0);
