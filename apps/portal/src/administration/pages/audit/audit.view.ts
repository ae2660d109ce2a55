import type { Fact } from '../../../pages-kit/fact.js';
import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SelectOption } from '../../../pages-kit/select-options.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { TypedFilter } from './audit-filters.js';

interface Back {
  readonly href: string;
  readonly text: string;
}

export interface ShownVerdict {
  readonly text: string;
  readonly isWhole: boolean;
}

/** A verification of the chain: when and by whom, and what it found. */
export interface ShownVerification extends ShownVerdict {
  readonly made: string;
}

export interface AuditModel extends FormModel {
  readonly back: Back;
  readonly action: string;
  readonly filter: TypedFilter;
  readonly acts: readonly SelectOption[];
  readonly kinds: readonly SelectOption[];
  readonly chainHref: string;
  /** The last verification of the chain; null before the first. */
  readonly verified: ShownVerification | null;
  /** null when there is nothing to save. */
  readonly saveHref: string | null;
  readonly entries: readonly {
    readonly id: string;
    readonly number: string;
    readonly at: string;
    readonly act: string;
    readonly who: string;
    readonly subject: string;
    readonly subjectId: string;
    readonly subjectHref: string;
    readonly isSealed: boolean;
    readonly facts: readonly Fact[];
  }[];
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const auditView = view<AuditModel>('administration/audit');

export interface ChainModel {
  readonly back: Back;
  readonly rows: readonly SummaryRow[];
  /** What the verification just said. */
  readonly verdict: ShownVerdict | null;
  /** The last that is kept; null before the first. */
  readonly verified: ShownVerification | null;
  /** null for a chain that is too long to be walked by a page. */
  readonly action: string | null;
  readonly tooLong: string;
  /** The command that walks a chain of any length. */
  readonly command: string;
}

export const chainView = view<ChainModel>('administration/chain');
