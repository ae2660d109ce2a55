import type { SummaryRow } from '../../pages-kit/summary-row.js';
import { view } from '../../pages-kit/view.js';

export interface Tag {
  readonly text: string;
  readonly classes: string;
}

export interface Tab {
  readonly href: string;
  readonly text: string;
  readonly isCurrent: boolean;
}

/** A decision as words, line by line. */
export interface SaidDecision {
  readonly outcome: string;
  readonly lines: readonly { readonly text: string; readonly language: string }[];
  readonly by: string | null;
}

export interface ShownRow {
  readonly row: string;
  readonly number: string;
  readonly href: string | null;
  readonly group: string | null;
  readonly point: string | null;
  readonly kind: Tag;
  readonly messages: readonly string[];
  readonly note: string | null;
  readonly typed: SaidDecision | null;
  readonly inForce: SaidDecision | null;
}

export interface ImportModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly done: { readonly text: string; readonly isNew: boolean } | null;
  readonly changed: string | null;
  readonly facts: readonly SummaryRow[];
  readonly sheetHref: string;
  readonly queueHref: string;
  /** null once the sheet is applied. */
  readonly plan: {
    readonly tabs: readonly Tab[];
    readonly notes: string;
    readonly rows: readonly ShownRow[];
    readonly conflictNote: string | null;
    readonly apply: { readonly action: string; readonly seen: string; readonly means: string } | null;
  } | null;
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const importView = view<ImportModel>('sheets/import');
