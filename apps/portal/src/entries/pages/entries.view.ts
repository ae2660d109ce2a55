import { view } from '../../pages-kit/view.js';

export interface EntriesModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly waiting: string;
  readonly newHref: string | null;
  /** Where many remarks of one letter are entered at once. */
  readonly sheetHref: string | null;
  readonly tabs: readonly { readonly href: string; readonly text: string; readonly isCurrent: boolean }[];
  readonly entries: readonly {
    readonly href: string;
    readonly registration: string;
    readonly channel: string;
    readonly from: string;
    readonly arrived: string;
    readonly backdated: string;
    readonly enteredBy: string;
    readonly state: { readonly text: string; readonly classes: string };
  }[];
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const entriesView = view<EntriesModel>('entries/list');
