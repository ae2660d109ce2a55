import type { Language } from '#lib/kernel';
import { view } from '../../../pages-kit/view.js';
import type { DraftState } from '../draft/draft.view.js';

export interface TextModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: Language;
  readonly state: DraftState;
  readonly remarkHref: string | null;
  /** What the addresses of clauses begin with. */
  readonly clausesHref: string;
  readonly choices: readonly {
    readonly text: string;
    readonly language: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
  readonly isBoth: boolean;
  readonly contents: readonly { readonly id: string; readonly text: string; readonly language: Language }[];
  readonly clauses: readonly {
    readonly id: string;
    readonly isSection: boolean;
    readonly level: number;
    readonly label: string;
    readonly name: string;
    readonly sides: readonly { readonly text: string; readonly language: Language }[];
    readonly remarks: string | null;
  }[];
}

export const textView = view<TextModel>('discussion/text');
