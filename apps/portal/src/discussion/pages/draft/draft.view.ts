import type { Language } from '#lib/kernel';
import type { Fact } from '../../../pages-kit/fact.js';
import { view } from '../../../pages-kit/view.js';
import type { LifeLine } from './life-line.js';

export interface DraftState {
  readonly name: string;
  readonly sentence: string;
  readonly exactClose: string | null;
  /** What is left of an open term; the script only keeps it up to date. */
  readonly countdown: {
    readonly closeAt: string;
    readonly readAt: string;
    readonly text: string;
    readonly pattern: string;
    readonly units: string;
    readonly over: string;
  } | null;
}

export interface ContentsPart {
  readonly href: string;
  readonly name: string;
  readonly words: string;
  readonly remarks: string | null;
}

export interface DraftModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly caption: string;
  readonly title: string;
  readonly titleLanguage: Language;
  readonly state: DraftState;
  readonly remarkHref: string | null;
  /** The empty sheet for an organisation with many remarks. */
  readonly sheetHref: string | null;
  readonly resultsHref: string | null;
  /** To ask for letters; null when nothing more can happen to the draft. */
  readonly lettersHref: string | null;
  /** null while there is no other version to see. */
  readonly compareHref: string | null;
  readonly textHref: string;
  readonly moderationHref: string;
  readonly helpHref: string;
  readonly life: LifeLine;
  readonly facts: readonly Fact[];
  readonly service: readonly Fact[];
  readonly placements: readonly { readonly channel: string; readonly url: string; readonly placedAt: string }[];
  readonly textLanguage: Language;
  readonly contents: readonly {
    readonly heading: ContentsPart | null;
    readonly clauses: readonly ContentsPart[];
    readonly isOpen: boolean;
  }[];
  readonly files: readonly { readonly href: string; readonly text: string }[];
  readonly versions: readonly { readonly name: string; readonly savedAt: string; readonly hash: string }[];
}

export const draftView = view<DraftModel>('discussion/draft');
