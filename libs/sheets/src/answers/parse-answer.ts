import { type Decision, tidyDecision } from '#lib/consideration';
import type { DecisionReason } from '#lib/time-limits';
import type { LabelReader } from '../workbook/clause-labels.js';
import { typedKeys } from './answer-columns.js';
import { readOutcome, readReason } from './answer-words.js';
import type { AnswerFault } from './planned-answer.js';
import type { ReadAnswer } from './read-answers.js';

export interface ParsedAnswer {
  /** Nothing is decided by the row; a note may stand in it. */
  readonly isBlank: boolean;
  /** Null for a blank row, and for one whose words are none of the lists. */
  readonly decision: Decision | null;
  readonly faults: readonly AnswerFault[];
}

/** What the words of a row mean; whether such a decision may be made is another question. */
export function parseAnswer(
  { texts, address }: ReadAnswer,
  reasons: readonly DecisionReason[],
  labels: LabelReader,
): ParsedAnswer {
  const isBlank = typedKeys.every((key) => key === 'observations' || texts[key] === '');
  if (isBlank) return { isBlank, decision: null, faults: [] };
  const [outcome, reasonCode] = [readOutcome(texts.decision), readReason(texts.reason, reasons)];
  const { ids, unknown } = labels.read(texts.changed);
  const faults: AnswerFault[] = [
    ...listFaults(texts.decision, outcome, address('decision'), 'outcome'),
    ...listFaults(texts.reason, reasonCode, address('reason'), 'reason'),
    ...unknown.map((value) => ({ address: address('changed'), fault: 'clause-not-in-draft', value }) as const),
  ];
  if (faults.length > 0 || outcome === undefined || reasonCode === undefined)
    return { isBlank, decision: null, faults };
  const decision = tidyDecision({
    outcome,
    reasonCode,
    groundKk: texts['ground-kk'],
    groundRu: texts['ground-ru'],
    changedClauses: ids,
    noChangeKk: texts['no-change-kk'],
    noChangeRu: texts['no-change-ru'],
  });
  return { isBlank, decision, faults };
}

function listFaults(typed: string, read: string | undefined, address: string, of: 'outcome' | 'reason'): AnswerFault[] {
  if (read !== undefined) return [];
  return typed === '' ? [{ address, fault: `${of}-missing` }] : [{ address, fault: `${of}-unknown`, value: typed }];
}
