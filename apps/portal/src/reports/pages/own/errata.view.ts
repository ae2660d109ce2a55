import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';
import type { ErratumWords } from '../erratum-words.js';
import type { ClosingStep } from './blocker-lines.js';
import type { ReportFrame } from './report-frame.js';

export interface ErrataModel extends ReportFrame, FormModel {
  readonly done: string | null;
  readonly errata: readonly ErratumWords[];
  /** The one that is open: how to go on, and what to send to give it up. */
  readonly open: {
    readonly heading: string;
    readonly reason: string;
    readonly openedAt: string;
    readonly steps: readonly ClosingStep[];
    readonly dropAction: string;
  } | null;
  /** What differs already, when it was refused to give it up. */
  readonly differences: readonly ClosingStep[];
  readonly form: { readonly action: string; readonly reasonKk: string; readonly reasonRu: string } | null;
  readonly note: string | null;
}

export const errataView = view<ErrataModel>('reports/own/errata');
