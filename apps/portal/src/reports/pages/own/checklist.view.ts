import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { ClosingStep } from './blocker-lines.js';
import type { ClosingItem } from './closing-items.js';
import type { ReportFrame } from './report-frame.js';
import type { WarningLine } from './warning-lines.js';

/** A sum of the report, and whether it holds, in words. */
export interface SumLine {
  readonly text: string;
  readonly holds: boolean;
  readonly verdict: string;
}

export interface ChecklistModel extends ReportFrame, FormModel {
  readonly isWithdrawn: boolean;
  readonly notBeforeClose: string | null;
  readonly summary: string | null;
  /** Empty when nothing is left to do; `mark` says in words whether the line is done. */
  readonly items: readonly (ClosingItem & { readonly mark: string })[];
  readonly target: string | null;
  readonly sums: readonly SumLine[];
  /** How many senders were confirmed, and how. */
  readonly senders: string;
  readonly warnings: readonly WarningLine[];
  /** Of the version that waits for its signature, or of the signed one. */
  readonly facts: readonly SummaryRow[];
  readonly next: ClosingStep | null;
  /** Channels of the draft that lack the published report (REQ-65). */
  readonly missing: readonly string[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly assembleAction: string | null;
}

export const checklistView = view<ChecklistModel>('reports/own/checklist');
