import type { Language } from '#lib/kernel';
import { view } from '../../../pages-kit/view.js';

export interface ShownRemark {
  readonly number: string;
  readonly kind: string;
  readonly receivedAt: string;
  readonly language: Language;
  /** null when it was withdrawn or hidden; then `notice` says so. */
  readonly text: string | null;
  readonly proposedWording: string | null;
  readonly notice: string | null;
  /** How many clauses it is about besides this one. */
  readonly alsoAbout: string | null;
  readonly answers: readonly {
    readonly quote?: string;
    readonly outcome: string;
    readonly classes: string;
    readonly reason: string;
    readonly ground: string;
    readonly groundLanguage: Language;
  }[];
}

interface Neighbour {
  readonly href: string;
  readonly name: string;
}

export interface ClauseModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly draftTitle: string;
  readonly draftTitleLanguage: Language;
  readonly draftHref: string;
  readonly name: string;
  readonly label: string;
  readonly sides: readonly { readonly text: string; readonly language: Language; readonly languageName: string }[];
  readonly remarkHref: string | null;
  readonly closedText: string | null;
  readonly remarksTitle: string;
  readonly remarks: readonly ShownRemark[];
  readonly isAnswered: boolean;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const clauseView = view<ClauseModel>('discussion/clause');
