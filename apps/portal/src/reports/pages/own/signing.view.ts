import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { SignatureWords, Statement } from '../signature-words.js';
import type { ClosingStep } from './blocker-lines.js';
import type { ReportFrame } from './report-frame.js';
import type { WarningLine } from './warning-lines.js';

export interface SigningModel extends ReportFrame, FormModel {
  readonly facts: readonly SummaryRow[];
  /** What keeps it from being signed, as the last attempt or the version itself says. */
  readonly blockers: readonly ClosingStep[];
  readonly warnings: readonly WarningLine[];
  readonly statements: readonly Statement[];
  readonly sheetHref: string | null;
  readonly largest: string;
  /** null for whom it is not, or when there is nothing to sign. */
  readonly form: { readonly action: string; readonly reportId: string; readonly isAcknowledged: boolean } | null;
  readonly note: string | null;
  /** Of the report that is signed. */
  readonly signature: SignatureWords | null;
  readonly beingPublished: string | null;
}

export const signingView = view<SigningModel>('reports/own/signing');
