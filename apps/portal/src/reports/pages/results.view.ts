import type { SummaryRow } from '../../pages-kit/summary-row.js';
import { view } from '../../pages-kit/view.js';

export interface ResultsModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly title: string;
  readonly titleLanguage: string;
  /** null before the report is published. */
  readonly report: {
    readonly facts: readonly SummaryRow[];
    /** Where the discussed draft is held against the revised one; null when they are the same. */
    readonly compareHref: string | null;
    readonly counts: readonly { readonly name: string; readonly cells: readonly string[] }[];
    readonly late: string;
    readonly sums: string;
    readonly files: readonly FileLink[];
    readonly rows: readonly ResultRow[];
  } | null;
  readonly moderationHref: string;
  readonly pages: { readonly next?: string; readonly first?: string };
}

export interface FileLink {
  readonly href: string;
  readonly name: string;
  readonly size: string;
  readonly sha256: string;
}

export interface ResultRow {
  readonly ordinal: number;
  readonly number: string;
  readonly kind: string;
  readonly about: string;
  readonly text: string;
  readonly proposedWording: string | null;
  readonly answers: readonly {
    readonly outcome: string;
    readonly ground: string;
    /** Changed clauses, each with its place in the comparison (REQ-52). */
    readonly changes: readonly { readonly text: string; readonly href: string | null }[];
    readonly noChange: string | null;
  }[];
}

export const resultsView = view<ResultsModel>('reports/results');
