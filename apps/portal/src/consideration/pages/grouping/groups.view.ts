import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';

interface GroupCard {
  readonly href: string;
  readonly heading: string;
  readonly kind: string;
  readonly counts: string;
  readonly likeness: string | null;
  readonly joins: string | null;
  readonly number: string;
  readonly text: string;
}

export interface GroupsModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  /** What was done a moment ago. */
  readonly done: string | null;
  readonly note: string | null;
  readonly progress: { readonly text: string; readonly isRunning: boolean };
  readonly here: string;
  readonly tabs: readonly { readonly href: string; readonly text: string; readonly isCurrent: boolean }[];
  readonly isConfirmed: boolean;
  readonly cards: readonly GroupCard[];
  readonly mayGroup: boolean;
  readonly searchAction: string;
  readonly makeAction: string;
  readonly typed: { readonly numbers: string; readonly joins: string };
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const groupsView = view<GroupsModel>('consideration/groups');
