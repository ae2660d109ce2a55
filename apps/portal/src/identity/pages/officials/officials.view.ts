import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { Choice } from '../../role-choices.js';

export interface OfficialsModel {
  readonly search: string;
  readonly action: string;
  readonly inviteHref: string;
  readonly officials: readonly {
    readonly href: string;
    readonly name: string;
    readonly email: string;
    readonly body: string;
    readonly roles: string;
    readonly state: string | null;
  }[];
  readonly invitations: readonly {
    readonly email: string;
    readonly roles: string;
    readonly until: string;
    readonly withdrawAction: string;
  }[];
  readonly pages: { readonly next?: string; readonly first?: string };
}
export const officialsView = view<OfficialsModel>('identity/officials');

interface Back {
  readonly href: string;
  readonly text: string;
}

export interface OfficialModel extends FormModel {
  readonly back: Back;
  readonly name: string;
  readonly facts: readonly SummaryRow[];
  readonly isOwn: boolean;
  readonly isActive: boolean;
  readonly hasFactor: boolean;
  readonly chosenRoles: readonly string[];
  readonly roleChoices: readonly Choice[];
  readonly rolesAction: string;
  readonly activityAction: string;
  readonly factorAction: string;
}
export const officialView = view<OfficialModel>('identity/official');

export interface InviteModel extends FormModel {
  readonly back: Back;
  readonly action: string;
  readonly email: string;
  readonly bodyCode: string;
  readonly chosenRoles: readonly string[];
  readonly roleChoices: readonly Choice[];
  readonly chosenLanguage: string;
  readonly languageChoices: readonly Choice[];
}
export const inviteView = view<InviteModel>('identity/invite');
