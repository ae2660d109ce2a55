import type { FormModel } from '../../pages-kit/form-errors.js';
import type { SummaryRow } from '../../pages-kit/summary-row.js';
import { view } from '../../pages-kit/view.js';

export interface TypedPlacement {
  readonly channel: string;
  readonly name: string;
  readonly isMandatory: boolean;
  readonly url: string;
  readonly placedAt: string;
}

export interface ProcedureModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly facts: readonly SummaryRow[];
  /** When remarks could not be sent within the term; null when they always could (REQ-26). */
  readonly outages: {
    readonly total: string;
    readonly warning: string | null;
    readonly rows: readonly {
      readonly from: string;
      readonly to: string;
      readonly source: string;
      readonly note: string | null;
    }[];
  } | null;
  /** To the work on the discussion of the draft; none before it is placed. */
  readonly work: readonly { readonly href: string; readonly text: string }[];
  /** How the text is written, while it may change, and looked at. */
  readonly drafting: readonly { readonly href: string; readonly text: string }[];
  /** What became of the text that was sent. */
  readonly saved: { readonly text: string; readonly isNew: boolean } | null;
  readonly hasText: boolean;
  readonly mayPlace: boolean;
  readonly zoneHint: string;
  readonly placements: readonly TypedPlacement[];
  /** What is in the way of the placement and where it is mended; null where the draft is not to be placed. */
  readonly obstacles: readonly { readonly text: string; readonly href: string | null }[] | null;
  readonly action: string;
  /** Oldest first; null where there is none before it to compare with. */
  readonly versions: readonly { readonly name: string; readonly saved: string; readonly compareHref: string | null }[];
  readonly clauses: readonly {
    readonly label: string;
    readonly isSection: boolean;
    readonly kk: string;
    readonly ru: string;
  }[];
}

export const procedureView = view<ProcedureModel>('drafting/procedure');
