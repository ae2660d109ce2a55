import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';
import type { ShownRemark } from './shown-remark.js';

export interface SuggestionModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly kind: string;
  /** What a confirmation does, with the number of remarks and senders. */
  readonly means: string;
  readonly representative: { readonly heading: string; readonly text: string };
  readonly legend: string | null;
  readonly members: readonly (ShownRemark & { readonly likeness: string | null; readonly isKept: boolean })[];
  readonly shown: string;
  readonly pageOf: string | null;
  readonly leaveOut: string;
  /** Where the page begins; null for the first. */
  readonly after: string | null;
  readonly next: string | null;
  readonly seen: string;
  readonly confirmText: string;
  readonly mayGroup: boolean;
  readonly note: string | null;
  readonly action: string;
}

export const suggestionView = view<SuggestionModel>('consideration/suggestion');
