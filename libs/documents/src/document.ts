import type { Instant, Language } from '#lib/kernel';

/** A piece of text in one style. A line feed in the text is a line break. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly superscript?: boolean;
  /**
   * Words that came into a text or went out of it: underlined or struck through, never told by colour alone. A PDF also says
   * it to a screen reader. DOCX has no such place: where the difference is the point of the text, the words must say it too.
   */
  readonly mark?: 'added' | 'removed';
}

export type Text = string | readonly Run[];

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly align?: 'center';
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Text;
  readonly align?: 'center' | 'end';
  /** caption: the small words in brackets under a line of a form. */
  readonly style?: 'caption';
}

export interface Column {
  readonly heading: Text;
  /** Share of the page's width, in any unit: the shares of all columns are added up. */
  readonly width: number;
}

export type Row = readonly Text[];

/** The heading row is repeated on every page. Rows are pulled as they are written, so a table may be of any length. */
export interface Table {
  readonly kind: 'table';
  /** What the table holds, for those who listen to the page. */
  readonly title: string;
  readonly columns: readonly Column[];
  /** How many rows there are, when the caller knows: a PDF is tagged for screen readers only when it is known and not too large. */
  readonly size?: number;
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
}

export type Block = Heading | Paragraph | Table;

/**
 * What every writer takes. `madeAt` is the instant of the data, never of the writing: equal documents give equal bytes.
 * No author: a document carries no name that its text does not.
 */
export interface Document {
  readonly language: Language;
  readonly title: string;
  readonly madeAt: Instant;
  readonly footer?: string;
  /** How A4 lies; upright when nothing is said. */
  readonly orientation?: 'portrait' | 'landscape';
  readonly blocks: Iterable<Block> | AsyncIterable<Block>;
}

export const runsOf = (text: Text): readonly Run[] => (typeof text === 'string' ? [{ text }] : text);
