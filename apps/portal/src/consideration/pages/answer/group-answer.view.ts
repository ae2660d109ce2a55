import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { PointLine, RemarkModel } from '../remark/remark.view.js';
import type { DecisionFieldsModel } from './decision-fields.js';

export interface GroupAnswerModel extends FormModel, Pick<RemarkModel, 'about' | 'said'> {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly done: string | null;
  readonly preview: readonly SummaryRow[];
  /** Why nothing can be decided now; null when it can. */
  readonly closedNote: string | null;
  readonly points: readonly PointLine[];
  readonly splitHref: string | null;
  readonly seen: string;
  readonly form: { readonly action: string; readonly heading: string; readonly fields: DecisionFieldsModel } | null;
  readonly mayConfirm: boolean;
  readonly here: string;
}

export const groupAnswerView = view<GroupAnswerModel>('consideration/group-answer');
