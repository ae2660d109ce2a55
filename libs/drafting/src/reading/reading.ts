import type { Language } from '#lib/kernel';
import type { DraftText } from '../domain/clause.js';

export type ReadingFaultCode =
  'nothing-to-read' | 'heading-empty' | 'label-repeated' | 'markup-not-read' | 'no-counterpart' | 'order-differs';

export type ReadingNoticeCode = 'no-section' | 'image-left-out' | 'note-left-out' | 'label-computed';

/** Where something was seen: `at` is a line of a Markdown file or a paragraph of a DOCX file, from 1. */
export interface SeenAt<Code extends string> {
  readonly code: Code;
  readonly language: Language;
  readonly at: number;
  /** The label and the first words of the row, to find it by eye. */
  readonly row: string;
  /** For a row without a counterpart: the language that lacks it. */
  readonly lackedBy?: Language;
}

export type ReadingFault = SeenAt<ReadingFaultCode>;
export type ReadingNotice = SeenAt<ReadingNoticeCode>;

/** A piece of the file before its structure is known. `label` is given where the file numbers by itself. */
export interface ReadBlock {
  readonly kind: 'heading' | 'text';
  /** Of a heading, from 1. */
  readonly level: number;
  readonly label?: string;
  readonly text: string;
  readonly at: number;
}

export interface FileReading {
  readonly blocks: readonly ReadBlock[];
  readonly faults: readonly ReadingFault[];
  readonly notices: readonly ReadingNotice[];
}

export interface ReadPart {
  readonly kind: 'section' | 'clause';
  /** The same for the same place in both languages: numbers of the parts it stands in and its own. */
  readonly key: string;
  readonly parentKey: string | null;
  readonly label: string;
  readonly text: string;
  readonly at: number;
}

/** One language of a draft, read and structured. */
export interface LanguageReading {
  readonly language: Language;
  readonly title: string;
  readonly parts: readonly ReadPart[];
  readonly faults: readonly ReadingFault[];
  readonly notices: readonly ReadingNotice[];
}

/** Both languages together: what a dry run shows, and what is drafted when there is no fault. */
export interface DraftReading {
  readonly draft: DraftText;
  readonly faults: readonly ReadingFault[];
  readonly notices: readonly ReadingNotice[];
}

export const rowOf = (label: string, text: string): string =>
  `${label} ${text}`.replace(/\s+/g, ' ').trim().slice(0, 80);
