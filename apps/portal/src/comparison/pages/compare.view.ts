import type { Language } from '#lib/kernel';
import type { SelectOption } from '../../pages-kit/select-options.js';
import { view } from '../../pages-kit/view.js';
import type { MarkedParagraph } from './compared-text.js';

export interface ComparedClauseModel {
  readonly id: string;
  readonly name: string;
  readonly isSection: boolean;
  readonly tags: readonly { readonly text: string; readonly classes: string }[];
  readonly notes: readonly string[];
  readonly texts: readonly {
    readonly language: Language;
    /** With the name of the language before it. */
    readonly isNamed: boolean;
    /** null: both versions stand in one text. */
    readonly sides:
      | readonly {
          readonly version: string;
          /** null: not in this version. */ readonly paragraphs: readonly MarkedParagraph[] | null;
        }[]
      | null;
    readonly paragraphs: readonly MarkedParagraph[];
  }[];
}

export interface CompareModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: Language;
  readonly between: string;
  readonly isOnlyVersion: boolean;
  readonly action: string;
  readonly choices: readonly {
    readonly name: string;
    readonly label: string;
    readonly items: readonly SelectOption[];
  }[];
  readonly counts: readonly string[];
  /** Said instead of changes when there is none. */
  readonly nothing: string | null;
  readonly isWhole: boolean;
  readonly otherExtentHref: string;
  readonly range: string | null;
  readonly contents: readonly { readonly id: string; readonly text: string }[];
  readonly clauses: readonly ComparedClauseModel[];
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const compareView = view<CompareModel>('comparison/compare');
