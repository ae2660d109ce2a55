import { view } from '../../pages-kit/view.js';

export interface QueueModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly progress: string;
  readonly note: string | null;
  readonly action: string;
  readonly filter: {
    readonly undecided: boolean;
    readonly kinds: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
    readonly clauses: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  };
  readonly items: readonly {
    readonly href: string;
    readonly number: string;
    readonly kind: string;
    readonly about: string;
    readonly receivedAt: string;
    readonly text: string;
    readonly outcome: { readonly text: string; readonly classes: string };
  }[];
  readonly reportHref: string;
  readonly groupsHref: string;
  readonly entriesHref: string;
  /** Proposals to hide that nobody has decided; the public log leads to what is hidden. */
  readonly hidings: readonly { readonly href: string; readonly text: string }[];
  readonly moderationHref: string;
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const queueView = view<QueueModel>('consideration/queue');
