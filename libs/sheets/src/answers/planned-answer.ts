import type { Decision, DecisionFaultName } from '#lib/consideration';
import type { CellFault, UnreadableFault } from '../workbook/typed-cell.js';
import type { TypedKey } from './answer-columns.js';
import type { StandingDecision } from './row-facts.js';

export const answerKinds = ['NEW', 'CHANGED', 'UNCHANGED', 'CONFLICT', 'ERROR'] as const;
/** What would become of a row. */
export type AnswerKind = (typeof answerKinds)[number];

export const conflicts = ['decided', 'split', 'grouped', 'group-changed', 'dissolved', 'withdrawn', 'hidden'] as const;
/** What happened to the remark since the export. */
export type Conflict = (typeof conflicts)[number];

export type AnswerFault = CellFault<
  | UnreadableFault
  | DecisionFaultName
  | 'row-added'
  | 'row-damaged'
  | 'row-repeated'
  | 'other-discussion'
  | 'number-changed'
  | 'text-changed'
  | 'outcome-unknown'
  | 'outcome-missing'
  | 'reason-unknown'
  | 'reason-missing'
  | 'clause-not-in-draft'
  | 'cleared'
  | 'split-apart'
>;

export interface PlannedAnswer {
  /** As people see it in the sheet. */
  readonly row: number;
  readonly kind: AnswerKind;
  /** Of the remark that the row shows; as typed where it is not known. */
  readonly number: string;
  readonly remarkId: string | null;
  /** From 1, as the points stand now. */
  readonly position: number;
  readonly points: number;
  readonly group: { readonly no: number; readonly seen: string; readonly standing: number } | null;
  readonly conflict: Conflict | null;
  readonly faults: readonly AnswerFault[];
  /** What the row decides; null for nothing, and for what cannot be read. */
  readonly decision: Decision | null;
  /** The same as it stands in the cells. */
  readonly typed: Readonly<Record<TypedKey, string>>;
  /** What stands on the point now. */
  readonly inForce: StandingDecision | null;
  /** A note for colleagues that is not there yet. */
  readonly note: string | null;
}

export type AnswerCounts = Readonly<Record<AnswerKind, number>> & {
  /** Of rows that are sound. */
  readonly notes: number;
};

/** Whether applying the sheet does anything with the row. */
export const isApplied = ({ kind, note }: PlannedAnswer): boolean =>
  kind === 'NEW' || kind === 'CHANGED' || (kind === 'UNCHANGED' && note !== null);

export function countAnswers(answers: readonly PlannedAnswer[]): AnswerCounts {
  const of = (wanted: AnswerKind): number => answers.filter(({ kind }) => kind === wanted).length;
  const notes = answers.filter((answer) => isApplied(answer) && answer.note !== null).length;
  return {
    NEW: of('NEW'),
    CHANGED: of('CHANGED'),
    UNCHANGED: of('UNCHANGED'),
    CONFLICT: of('CONFLICT'),
    ERROR: of('ERROR'),
    notes,
  };
}
