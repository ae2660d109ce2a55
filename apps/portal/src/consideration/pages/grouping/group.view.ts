import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { ShownRemark } from './shown-remark.js';

export interface GroupModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly title: string;
  readonly titleLanguage: string;
  readonly done: string | null;
  readonly note: string | null;
  readonly facts: readonly SummaryRow[];
  readonly representative: { readonly heading: string; readonly text: string } | null;
  readonly legend: string | null;
  readonly members: readonly (ShownRemark & { readonly isRepresentative: boolean; readonly isStanding: boolean })[];
  readonly mayGroup: boolean;
  readonly here: string;
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const groupView = view<GroupModel>('consideration/group');

export interface DissolveModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly means: string;
  readonly seen: string;
  readonly action: string;
  readonly groupHref: string;
}

export const dissolveView = view<DissolveModel>('consideration/dissolve-group');
