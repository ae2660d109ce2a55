import type { HidingReason } from '#lib/discussion';
import type { FormModel } from '../../pages-kit/form-errors.js';
import type { SideBySide } from './redaction.view.js';
import { view } from '../../pages-kit/view.js';

export interface TypedHiding extends HidingReason {
  /** The one that the reason, the outcome or the answer is about; empty for a proposal. */
  readonly hidingId: string;
  readonly reason: string;
  readonly outcome: string;
  readonly answer: string;
}

/** A small form of one question about a hiding that stands. */
export interface HidingStep {
  readonly action: string;
  readonly hidingId: string;
}

export interface HidingModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly state: string;
  readonly text: string;
  readonly textLanguage: string;
  readonly proposedWording: string | null;
  readonly history: readonly {
    /** What it covers, and why. */
    readonly ground: string;
    readonly kk: string;
    readonly ru: string;
    readonly steps: readonly { readonly text: string; readonly reason: string | null }[];
  }[];
  readonly values: TypedHiding;
  readonly least: number;
  readonly grounds: readonly { readonly value: string; readonly text: string }[];
  readonly needsSecondOfficer: boolean;
  /** The forms; null for whom they are not, or when there is nothing of the kind to do. */
  readonly proposal: { readonly action: string } | null;
  readonly confirmation: HidingStep | null;
  readonly refusal: HidingStep | null;
  /** Of each that is in force. */
  readonly liftings: readonly (HidingStep & { readonly what: string })[];
  /** Where passages are chosen; null for whom that is not. */
  readonly redactHref: string | null;
  /** What a redaction that is proposed, or in force, makes of the text. */
  readonly sides: SideBySide | null;
  readonly note: string | null;
  readonly objections: readonly {
    readonly hidingId: string;
    readonly at: string;
    readonly words: string;
    readonly state: string;
    readonly answer: string | null;
    /** null for whom the answer is not, or when it is given. */
    readonly action: string | null;
    readonly note: string | null;
  }[];
  readonly outcomes: readonly { readonly value: string; readonly text: string }[];
}

export const hidingView = view<HidingModel>('moderation/hiding');
