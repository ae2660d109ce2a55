import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';

interface Back {
  readonly href: string;
  readonly text: string;
}

export interface ProfileLine {
  readonly href: string;
  readonly title: string;
  readonly id: string;
  readonly term: string;
  readonly since: string;
  /** Whether it came with the release; null where that says nothing. */
  readonly origin: string | null;
}

export interface ProfilesModel {
  readonly back: Back;
  readonly addHref: string;
  readonly done: string | null;
  readonly inForce: readonly ProfileLine[];
  readonly toCome: readonly ProfileLine[];
  readonly before: readonly ProfileLine[];
}

export const profilesView = view<ProfilesModel>('administration/profiles');

export interface ProfileModel {
  readonly back: Back;
  readonly title: string;
  readonly parts: readonly { readonly title: string; readonly rows: readonly SummaryRow[] }[];
  readonly duties: readonly {
    readonly name: string;
    readonly clause: string;
    readonly term: string;
    readonly from: string;
    readonly binding: string;
  }[];
  readonly basis: readonly {
    readonly act: string;
    readonly clauses: string;
    readonly state: string;
    /** In English, for those who keep the profiles. */
    readonly note: string | null;
  }[];
}

/** The page of one: besides what it says, where it comes from, what uses it and what can be done. */
export interface ProfilePageModel extends ProfileModel, FormModel {
  readonly done: string | null;
  readonly facts: readonly SummaryRow[];
  readonly base: Back | null;
  readonly addHref: string;
  readonly withdrawal: string | null;
}

export const profileView = view<ProfilePageModel>('administration/profile');
