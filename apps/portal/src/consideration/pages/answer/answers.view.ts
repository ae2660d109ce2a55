import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { DecisionFieldsModel } from './decision-fields.js';

export interface AnswersModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly preview: readonly SummaryRow[];
  /** Those that have to be answered otherwise, and why. */
  readonly leftOut: readonly { readonly href: string; readonly number: string; readonly why: string }[];
  /** What was chosen, to be sent again. */
  readonly chosen: { readonly numbers: readonly string[]; readonly all: string; readonly query: string };
  readonly seen: string;
  readonly action: string;
  /** null when none of them can be answered here. */
  readonly fields: DecisionFieldsModel | null;
}

export const answersView = view<AnswersModel>('consideration/answers');
