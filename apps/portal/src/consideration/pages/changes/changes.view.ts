import type { WordChange } from '#lib/drafting';
import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';

interface Link {
  readonly href: string;
  readonly text: string;
}

export interface TypedInitiative {
  readonly nature: string;
  readonly reasonKk: string;
  readonly reasonRu: string;
}

export interface ChangesModel extends FormModel {
  readonly back: Link;
  readonly title: string;
  readonly titleLanguage: string;
  readonly done: string | null;
  /** How many are explained and how many not. */
  readonly summary: string;
  readonly changes: readonly ChangeCard[];
  /** Why nothing can be explained now; null when it can. */
  readonly closedNote: string | null;
  readonly action: string;
}

export interface ChangeCard {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly { readonly text: string; readonly classes: string }[];
  readonly texts: readonly { readonly code: string; readonly paragraphs: readonly (readonly WordChange[])[] }[];
  /** Accepted points that name the clause. */
  readonly points: readonly Link[];
  /** "and 12 more"; empty for no more. */
  readonly more: string;
  readonly initiative: { readonly nature: string; readonly reasonKk: string; readonly reasonRu: string } | null;
  /** Where the form for this clause is; null when it stands here or nothing can be explained. */
  readonly explainHref: string | null;
  readonly form: TypedInitiative | null;
}

export const changesView = view<ChangesModel>('consideration/changes');
