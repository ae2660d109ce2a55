import type { Language } from '#lib/kernel';
import type { SelectOption } from '../../../pages-kit/select-options.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { ErratumWords } from '../erratum-words.js';
import type { FileLink } from '../file-links.js';
import type { WarningLine } from '../own/warning-lines.js';
import type { SignatureWords } from '../signature-words.js';
import type { ChangeWords } from './change-words.js';
import type { Chart, OutcomeTable } from './chart-models.js';
import type { SummaryWords } from './summary-words.js';

interface Link {
  readonly href: string;
  readonly text: string;
}

export interface CountLine {
  readonly name: string;
  readonly cells: readonly string[];
}

export interface ResultRow {
  readonly ordinal: number;
  readonly kind: string;
  readonly about: string;
  readonly brief: string;
  /** The whole text, when the brief is not it. */
  readonly text: string | null;
  readonly proposedWording: string | null;
  /** "×12 remarks, one answer (group 3)"; null for a remark alone. */
  readonly group: string | null;
  readonly numbers: readonly { readonly number: string; readonly href: string }[];
  readonly moreNumbers: string | null;
  readonly isPartly: boolean;
  readonly answers: readonly {
    readonly point: string | null;
    readonly quotes: readonly string[];
    readonly outcome: string;
    readonly isTaken: boolean;
    readonly reason: string | null;
    readonly ground: string;
    readonly language: 'kk' | 'ru';
    /** Changed clauses, each with its place in the comparison (REQ-52). */
    readonly changes: readonly { readonly text: string; readonly href: string | null }[];
    readonly noChange: string | null;
  }[];
}

export interface PublishedModel {
  readonly lead: string | null;
  readonly facts: readonly SummaryRow[];
  /** That it corrects a report, and that it is corrected itself: links both ways (REQ-66). */
  readonly corrects: ErratumWords | null;
  readonly correctedBy: Link | null;
  readonly contents: readonly Link[];
  readonly summary: SummaryWords;
  readonly definitions: string;
  readonly flow: Chart | null;
  readonly counts: readonly CountLine[];
  readonly sums: string;
  readonly outcomes: OutcomeTable | null;
  readonly reasons: readonly { readonly name: string; readonly points: string }[];
  readonly heat: Chart | null;
  readonly parts: readonly { readonly name: string; readonly href: string; readonly cells: readonly string[] }[];
  readonly other: readonly string[];
  readonly warnings: readonly WarningLine[];
  readonly compareHref: string | null;
  readonly changes: readonly ChangeWords[];
  readonly allChanges: Link | null;
  readonly files: readonly FileLink[];
  readonly schemaHref: string;
  readonly commands: readonly string[];
  readonly signature: SignatureWords | null;
  readonly signatureCommand: string;
  readonly placements: readonly {
    readonly channel: string;
    readonly url: string;
    readonly placedAt: string;
    readonly proofSha256: string | null;
  }[];
  readonly missing: string | null;
  readonly errata: readonly ErratumWords[];
}

export interface TableModel {
  /** Nothing was received: there is nothing to filter. */
  readonly hasFilter: boolean;
  readonly action: string;
  readonly erratum: number | null;
  readonly words: string;
  readonly selects: readonly {
    readonly name: string;
    readonly label: string;
    readonly items: readonly SelectOption[];
  }[];
  readonly isFiltered: boolean;
  readonly allHref: string;
  readonly rows: readonly ResultRow[];
  /** Why there is no row. */
  readonly empty: string | null;
  readonly pages: { readonly next?: string; readonly first?: string };
}

export interface ResultsModel {
  readonly back: Link;
  readonly heading: string;
  readonly title: string;
  readonly titleLanguage: Language;
  /** null before the report is published. */
  readonly report: PublishedModel | null;
  readonly table: TableModel | null;
  readonly moderationHref: string;
}

export const resultsView = view<ResultsModel>('reports/results');
