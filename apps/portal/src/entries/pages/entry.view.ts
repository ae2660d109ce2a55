import type { FormModel } from '../../pages-kit/form-errors.js';
import type { FileLine } from '../../pages-kit/file-words.js';
import type { SummaryRow } from '../../pages-kit/summary-row.js';
import { view } from '../../pages-kit/view.js';

export interface EntryModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly state: { readonly text: string; readonly classes: string };
  readonly done: string | null;
  readonly warning: string | null;
  /** What it became: a receipt, or the notice of late receipt; null while it is an entry. */
  readonly became: {
    readonly title: string;
    readonly number: string;
    readonly sentence: string;
    readonly facts: readonly SummaryRow[];
    readonly hint: string;
    readonly remarkHref: string | null;
  } | null;
  readonly facts: readonly SummaryRow[];
  readonly sender: readonly SummaryRow[];
  readonly about: string | null;
  readonly text: string | null;
  readonly textLanguage: string;
  readonly proposedWording: string | null;
  readonly scans: readonly (FileLine & { readonly isPicture: boolean })[];
  readonly noScan: string | null;
  readonly files: readonly FileLine[];
  readonly refused: { readonly text: string; readonly anewHref: string | null } | null;
  /** The forms; null for whom they are not, or when there is nothing to settle. */
  readonly confirmation: { readonly action: string; readonly sentence: string } | null;
  readonly ownNote: string | null;
  readonly refusal: { readonly action: string; readonly reason: string } | null;
}

export const entryView = view<EntryModel>('entries/entry');
