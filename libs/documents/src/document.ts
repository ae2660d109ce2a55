import type { Instant, Language } from '#lib/kernel';

/** A piece of text in one style. A line feed in the text is a line break. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly superscript?: boolean;
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
  readonly blocks: Iterable<Block> | AsyncIterable<Block>;
}

export const runsOf = (text: Text): readonly Run[] => (typeof text === 'string' ? [{ text }] : text);
