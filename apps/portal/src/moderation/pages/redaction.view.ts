import type { HidingReason } from '#lib/discussion';
import type { FormModel } from '../../pages-kit/form-errors.js';
import { view } from '../../pages-kit/view.js';
import type { PassageChoice, TypedRow } from './redaction-form.js';

/** A remark as it was received beside what the public reads. */
export interface SideBySide {
  readonly language: string;
  readonly original: Sides;
  readonly redacted: Sides;
}

export interface Sides {
  readonly text: string;
  readonly proposedWording: string | null;
}

export interface RedactionModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly action: string;
  readonly language: string;
  readonly text: string;
  readonly proposedWording: string | null;
  /** In characters: a browser that reads another number offers no selection. */
  readonly lengths: { readonly text: number; readonly wording: number };
  readonly choices: readonly PassageChoice[];
  readonly rows: readonly TypedRow[];
  readonly parts: readonly { readonly value: string; readonly text: string }[];
  readonly values: HidingReason;
  readonly least: number;
  readonly grounds: readonly { readonly value: string; readonly text: string }[];
  readonly needsSecondOfficer: boolean;
  /** How the text will read; null until passages and a ground are chosen. */
  readonly preview: SideBySide | null;
  /** Why nothing can be redacted now; null when it can. */
  readonly note: string | null;
}

export const redactionView = view<RedactionModel>('moderation/redaction');
