import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SelectOption } from '../../../pages-kit/select-options.js';
import { view } from '../../../pages-kit/view.js';

export interface NewProcedureModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly action: string;
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
  readonly kind: string;
  /** Of the officer's body; only "none" when the register has none. */
  readonly services: readonly SelectOption[];
  readonly hasServices: boolean;
  readonly rules: readonly SelectOption[];
  readonly titles: readonly {
    readonly id: string;
    readonly language: string;
    readonly label: string;
    readonly value: string;
  }[];
}

export const newProcedureView = view<NewProcedureModel>('drafting/new-procedure');
