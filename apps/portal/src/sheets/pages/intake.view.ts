import type { FormModel } from '../../pages-kit/form-errors.js';
import { view } from '../../pages-kit/view.js';
import type { TypedLetter } from './intake-form.js';

interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface IntakeModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly close: string;
  readonly templates: readonly { readonly href: string; readonly text: string; readonly code: string }[];
  readonly action: string;
  readonly values: TypedLetter;
  readonly channels: readonly Choice[];
  readonly letterLanguages: readonly Choice[];
  readonly timeHint: string;
  readonly fileHint: string;
  /** A sheet that a refused sending of this form has left here. */
  readonly kept: { readonly id: string; readonly text: string } | null;
  readonly own: readonly { readonly href: string; readonly name: string; readonly state: string }[];
}

export const intakeView = view<IntakeModel>('sheets/intake');
