import { view } from '../../../pages-kit/view.js';

export interface PreviewModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly titles: readonly { readonly text: string; readonly language: string }[];
  readonly note: string;
  /** Of a saved text: in one language or two; a text that is typed shows both. */
  readonly choices: readonly {
    readonly text: string;
    readonly language: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
  readonly isBoth: boolean;
  readonly contents: readonly { readonly place: number; readonly text: string; readonly language: string }[];
  readonly clauses: readonly {
    readonly place: number;
    readonly isSection: boolean;
    readonly level: number;
    readonly label: string;
    readonly sides: readonly { readonly text: string; readonly language: string }[];
  }[];
  /** Back to the editor with what is typed; null for a saved text. */
  readonly typed: {
    readonly action: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  } | null;
}

export const previewView = view<PreviewModel>('drafting/preview');
