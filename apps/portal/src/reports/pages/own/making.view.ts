import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { ReportFrame } from './report-frame.js';
import type { RunWords } from './run-words.js';

export interface MakingModel extends ReportFrame {
  readonly run: RunWords | null;
  readonly facts: readonly SummaryRow[];
  /** null: nothing may be made. */
  readonly assembleAction: string | null;
  readonly assembleText: string;
  readonly notNow: string | null;
  readonly cancelAction: string | null;
  readonly retryAction: string | null;
  /** Where the events of the run come from; null when it is over. */
  readonly eventsHref: string | null;
  readonly here: string;
}

export const makingView = view<MakingModel>('reports/own/making');
