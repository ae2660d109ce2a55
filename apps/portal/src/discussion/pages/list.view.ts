import { view } from '../../pages-kit/view.js';

export interface ListModel {
  readonly tabs: readonly { readonly text: string; readonly href: string; readonly isCurrent: boolean }[];
  readonly discussions: readonly {
    readonly href: string;
    readonly title: string;
    readonly titleLanguage: string;
    readonly developer: string;
    readonly remarks: string;
    readonly close: string;
  }[];
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const listView = view<ListModel>('discussion/list');
