import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';

export interface PointsModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly hint: string;
  readonly saidIn: string;
  readonly parts: readonly {
    readonly title: string;
    readonly sentences: readonly {
      readonly field: string;
      readonly text: string;
      readonly options: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
    }[];
  }[];
  readonly action: string;
  /** The query of the queue, to be kept. */
  readonly queue: string;
  readonly isSplit: boolean;
}

export const pointsView = view<PointsModel>('consideration/points');
