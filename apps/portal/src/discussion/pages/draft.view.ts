import type { Language } from '#lib/kernel';
import { view } from '../../pages-kit/view.js';
import type { SummaryRow } from '../../pages-kit/summary-row.js';

export interface DraftModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: Language;
  readonly state: { readonly name: string; readonly sentence: string; readonly exactClose: string | null };
  readonly remarkHref: string | null;
  /** The empty sheet for an organisation with many remarks. */
  readonly sheetHref: string | null;
  readonly resultsHref: string | null;
  /** null while there is no other version to see. */
  readonly compareHref: string | null;
  readonly moderationHref: string;
  readonly facts: readonly SummaryRow[];
  readonly placements: readonly { readonly channel: string; readonly url: string; readonly placedAt: string }[];
  readonly textLanguage: Language;
  readonly textLanguages: readonly { readonly code: Language; readonly href: string; readonly isCurrent: boolean }[];
  readonly contents: readonly { readonly id: string; readonly text: string }[];
  readonly clauses: readonly {
    readonly id: string;
    readonly isSection: boolean;
    readonly level: number;
    readonly label: string;
    readonly name: string;
    readonly text: string;
    readonly remarkHref: string | null;
  }[];
}

export const draftView = view<DraftModel>('discussion/draft');
