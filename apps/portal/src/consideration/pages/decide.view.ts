import type { FormModel } from '../../pages-kit/form-errors.js';
import type { SummaryRow } from '../../pages-kit/summary-row.js';
import { view } from '../../pages-kit/view.js';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly selected?: boolean;
}

export interface TypedDecision {
  readonly point: string;
  readonly outcome: string;
  readonly reasonCode: string;
  readonly groundKk: string;
  readonly groundRu: string;
  readonly changedClauses: readonly string[];
  readonly noChangeKk: string;
  readonly noChangeRu: string;
}

export interface DecideModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly isRecorded: boolean;
  readonly facts: readonly SummaryRow[];
  readonly about: readonly { readonly name: string; readonly text: string }[];
  readonly textLanguage: string;
  readonly text: string;
  readonly proposedWording: string | null;
  readonly sender: readonly SummaryRow[];
  /** Where else the same is said. */
  readonly similar: readonly { readonly href: string; readonly text: string }[];
  readonly files: readonly { readonly href: string; readonly name: string }[];
  readonly decisions: readonly {
    readonly point: string;
    readonly outcome: string;
    readonly reason: string;
    readonly groundKk: string;
    readonly groundRu: string;
  }[];
  /** Why nothing can be decided now; null when it can. */
  readonly closedNote: string | null;
  /** The letter it came by, beside its scan; null for what came on line. */
  readonly entryHref: string | null;
  readonly hidingHref: string;
  readonly action: string;
  readonly values: TypedDecision;
  readonly points: readonly Option[];
  readonly reasons: readonly Option[];
  readonly clauses: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[];
}

export const decideView = view<DecideModel>('consideration/decide');
