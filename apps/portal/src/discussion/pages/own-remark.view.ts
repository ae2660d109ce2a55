import type { FormModel } from '../../pages-kit/form-errors.js';
import type { SummaryRow } from '../../pages-kit/summary-row.js';
import { view } from '../../pages-kit/view.js';
import type { HeldNote } from './held-back.js';
import type { OwnData } from './own-data.js';
import type { Remembered } from './receipt-facts.js';
import type { AnswerInWords } from '#lib/reports';

export interface OwnRemarkModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly done: string | null;
  readonly facts: readonly SummaryRow[];
  readonly files: readonly SummaryRow[];
  readonly text: string;
  readonly textLanguage: string;
  readonly proposedWording: string | null;
  readonly answers: readonly AnswerInWords[];
  /** What is kept from the public and why, and how to object. */
  readonly held: readonly HeldNote[];
  /** That the text is not public yet, and until when at most; null when it does not wait. */
  readonly waits: string | null;
  readonly mayChange: boolean;
  readonly mayWithdraw: boolean;
  /** Why a signed text is not replaced. */
  readonly signedNote: string | null;
  readonly replaceHref: string;
  readonly withdrawAction: string;
  readonly withdrawQuestion: string;
  readonly closedNote: string | null;
  readonly data: OwnData;
  readonly remember: Remembered;
}

export const ownRemarkView = view<OwnRemarkModel>('discussion/own-remark');
