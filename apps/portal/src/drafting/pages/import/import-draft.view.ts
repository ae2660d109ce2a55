import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';

export interface ImportDraftModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly action: string;
  readonly fileHint: string;
  readonly files: readonly { readonly id: string; readonly label: string }[];
}

export const importDraftView = view<ImportDraftModel>('drafting/import');

export interface SeenLine {
  readonly place: string;
  readonly row: string;
  readonly language: string;
  readonly text: string;
}

export interface ReadDraftModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly titles: readonly { readonly text: string; readonly language: string }[];
  readonly counts: string;
  readonly faultsTitle: string;
  readonly faultLines: readonly SeenLine[];
  readonly notices: readonly SeenLine[];
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly clauses: readonly {
    readonly label: string;
    readonly isSection: boolean;
    /** null where the file has nothing for it. */
    readonly sides: readonly { readonly language: string; readonly name: string; readonly text: string | null }[];
  }[];
  /** What saves it; null while a fault is in the way. */
  readonly save: {
    readonly action: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  } | null;
  /** The dossier with the version somebody saved meanwhile. */
  readonly newestHref: string | null;
}

export const readDraftView = view<ReadDraftModel>('drafting/read');
