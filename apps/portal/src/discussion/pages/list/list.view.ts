import type { SelectOption } from '../../../pages-kit/select-options.js';
import { view } from '../../../pages-kit/view.js';
import type { DiscussionCard } from '../discussion-card.js';

export interface ListModel {
  readonly here: string;
  readonly choice: {
    readonly q: string;
    readonly state: string;
    readonly service: string;
    readonly from: string;
    readonly to: string;
  };
  readonly states: readonly { readonly text: string; readonly href: string; readonly isCurrent: boolean }[];
  readonly bodies: readonly SelectOption[];
  /** Empty while no section with a discussion has a name. */
  readonly topics: readonly SelectOption[];
  readonly kinds: readonly SelectOption[];
  readonly orders: readonly SelectOption[];
  /** What was chosen, each with the address of the list without it. */
  readonly chosen: readonly { readonly name: string; readonly text: string; readonly href: string }[];
  readonly isNarrowed: boolean;
  readonly count: string;
  readonly discussions: readonly DiscussionCard[];
  /** The same list, the latest first, for programs that read feeds. */
  readonly feedHref: string;
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const listView = view<ListModel>('discussion/list');
