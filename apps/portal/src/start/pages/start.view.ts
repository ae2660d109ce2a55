import type { DiscussionCard } from '../../discussion/pages/discussion-card.js';
import { view } from '../../pages-kit/view.js';

export interface StartModel {
  readonly listHref: string;
  readonly openHref: string;
  readonly reportedHref: string;
  readonly clockHref: string;
  readonly figures: readonly { readonly value: string; readonly name: string; readonly note?: string }[];
  readonly closingSoon: readonly DiscussionCard[];
  readonly answered: readonly {
    readonly href: string;
    readonly title: string;
    readonly titleLanguage: string;
    readonly developer: string;
    readonly developerLanguage: string;
    readonly fact: string;
  }[];
}

export const startView = view<StartModel>('start/start');
