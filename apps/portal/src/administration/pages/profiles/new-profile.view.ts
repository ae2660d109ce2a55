import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { ProfilePart } from './profile-fields.js';
import type { ProfileLine } from './profiles.view.js';

interface Back {
  readonly href: string;
  readonly text: string;
}

export interface BasesModel {
  readonly back: Back;
  readonly bases: readonly ProfileLine[];
}

export const basesView = view<BasesModel>('administration/profile-bases');

export interface ProfileFormModel extends FormModel {
  readonly back: Back;
  readonly action: string;
  readonly basedOn: string;
  readonly parts: readonly ProfilePart[];
}

export const profileFormView = view<ProfileFormModel>('administration/profile-form');

export interface ProfileCheckModel {
  readonly back: Back;
  readonly action: string;
  readonly facts: readonly SummaryRow[];
  readonly changes: readonly { readonly rule: string; readonly before: string; readonly after: string }[];
  /** When a draft would close that is placed so. */
  readonly examples: readonly string[];
  /** What was typed, to be sent once more. */
  readonly typed: readonly { readonly name: string; readonly value: string }[];
}

export const profileCheckView = view<ProfileCheckModel>('administration/profile-check');
