import type { SummaryRow } from '../../pages-kit/summary-row.js';
import { view } from '../../pages-kit/view.js';
import type { Tab, Tag } from './import.view.js';

export interface IntakeImportModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly done: { readonly text: string; readonly isNew: boolean } | null;
  readonly changed: string | null;
  readonly letter: readonly SummaryRow[];
  readonly formHref: string;
  readonly entriesHref: string;
  /** null once the sheet is entered. */
  readonly plan: {
    readonly sender: readonly SummaryRow[];
    readonly senderFaults: readonly string[];
    readonly tabs: readonly Tab[];
    readonly rows: readonly {
      readonly row: string;
      readonly kind: Tag;
      readonly messages: readonly string[];
      readonly href: string | null;
      readonly about: string;
      readonly type: string;
      readonly text: string;
      readonly proposedWording: string | null;
    }[];
    readonly apply: { readonly action: string; readonly seen: string; readonly means: string } | null;
    /** Why it cannot be entered. */
    readonly obstacle: string;
  } | null;
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const intakeImportView = view<IntakeImportModel>('sheets/intake-import');
