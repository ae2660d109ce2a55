import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';

interface Back {
  readonly href: string;
  readonly text: string;
}

interface ProfileLine {
  readonly href: string;
  readonly title: string;
  readonly id: string;
  readonly term: string;
  readonly since: string;
}

export interface ProfilesModel {
  readonly back: Back;
  readonly inForce: readonly ProfileLine[];
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

export const profileView = view<ProfileModel>('administration/profile');
