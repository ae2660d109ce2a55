import type { fileLimits } from '../../discussion/file-limits.js';
import type { CheckItem } from '../../discussion/pages/remark-form.view.js';
import type { FormModel } from '../../pages-kit/form-errors.js';
import { view } from '../../pages-kit/view.js';
import type { TypedEntry } from './entry-form.js';

interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface EntryFormModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly close: string;
  readonly action: string;
  readonly key: string;
  readonly values: TypedEntry;
  readonly channels: readonly Choice[];
  readonly senderKinds: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly letterLanguages: readonly Choice[];
  readonly clauses: readonly CheckItem[];
  readonly timeHint: string;
  readonly textLimit: number;
  /** How many files it takes, and how large. */
  readonly fileLimits: typeof fileLimits;
  readonly keptScans: readonly CheckItem[];
  readonly keptFiles: readonly CheckItem[];
}

export const entryFormView = view<EntryFormModel>('entries/form');
