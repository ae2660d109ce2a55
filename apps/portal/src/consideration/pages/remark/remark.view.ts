import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { FileLine } from '../../../pages-kit/file-words.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { DecisionFieldsModel } from '../answer/decision-fields.js';
import type { DecisionLine, HistoryLine } from '../answer/decision-line.js';
import type { TextPiece } from './text-pieces.js';

interface Link {
  readonly href: string;
  readonly text: string;
}

export interface RemarkModel extends FormModel {
  readonly back: Link;
  readonly heading: string;
  /** What was done by the form before; null for nothing. */
  readonly done: string | null;
  /** Neighbours in the queue under the same filter. */
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** The remark among those around it in the queue, in its order; empty when it stands alone. */
  readonly around: readonly NeighbourLine[];
  readonly facts: readonly string[];
  readonly outcome: { readonly text: string; readonly classes: string };
  readonly about: readonly { readonly name: string; readonly text: string; readonly language: string }[];
  readonly said: {
    readonly language: string;
    readonly text: readonly TextPiece[];
    /** null when none is proposed. */
    readonly wording: readonly TextPiece[] | null;
    readonly files: readonly FileLine[];
    readonly sender: readonly SummaryRow[];
  };
  /** Where else the same is said. */
  readonly similar: readonly Link[];
  /** The letter it came by, beside its scan; null for what came on line. */
  readonly entryHref: string | null;
  readonly hidingHref: string;
  readonly points: readonly PointLine[];
  /** Why nothing can be decided now; null when it can. */
  readonly closedNote: string | null;
  /** Where the group is answered that the remark is in; null for none. */
  readonly groupHref: string | null;
  readonly splitHref: string | null;
  /** null when nothing can be decided here. */
  readonly form: { readonly action: string; readonly heading: string; readonly fields: DecisionFieldsModel } | null;
  /** Whether a second officer may confirm what is decided. */
  readonly mayConfirm: boolean;
  readonly here: string;
  /** The query of the queue it was opened from, to be kept by every form. */
  readonly queue: string;
  readonly work: WorkModel;
  readonly history: readonly HistoryLine[];
}

export interface NeighbourLine {
  /** null for the remark that is shown. */
  readonly href: string | null;
  readonly number: string;
  readonly text: string;
  readonly outcome: { readonly text: string; readonly classes: string };
}

export interface PointLine {
  readonly name: string;
  /** The passages; empty for the whole remark. */
  readonly quote: string;
  readonly decision: DecisionLine | null;
  readonly isConfirmed: boolean;
  /** Whether the form below decides on this point. */
  readonly isChosen: boolean;
  readonly href: string;
}

export interface WorkModel {
  readonly worker: string;
  readonly isMine: boolean;
  readonly isTaken: boolean;
  readonly isFlagged: boolean;
  /** Whether who looks may take, flag and note it. */
  readonly mayShare: boolean;
  readonly notes: readonly {
    readonly author: string;
    readonly at: string;
    readonly text: string;
    readonly asked: string;
  }[];
  readonly typed: { readonly note: string; readonly mentions: readonly string[] };
  readonly colleagues: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[];
}

export const remarkView = view<RemarkModel>('consideration/remark');
