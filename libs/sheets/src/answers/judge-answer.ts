import {
  type Decision,
  type DecisionFault,
  decisionFaults,
  type DecisionRules,
  type GroupAnswer,
} from '#lib/consideration';
import { textInCell } from '#lib/documents';
import { inOneForm } from '../workbook/heading-key.js';
import type { TypedKey } from './answer-columns.js';
import type { ParsedAnswer } from './parse-answer.js';
import type { AnswerFault, AnswerKind, Conflict } from './planned-answer.js';
import type { ReadAnswer } from './read-answers.js';
import type { PointNow, RemarkNow, StandingDecision } from './row-facts.js';
import type { RowState } from './row-state.js';

/** Everything a row is judged by. */
export interface RowAndFacts {
  readonly read: ReadAnswer;
  readonly parsed: ParsedAnswer;
  readonly state: RowState;
  readonly remark: RemarkNow;
  /** What stands on the point of the group; undefined where the group or its point is gone, and for a remark by itself. */
  readonly answer: GroupAnswer | undefined;
  readonly isGroupThere: boolean;
  /** The decision that the row was exported with. */
  readonly exported: StandingDecision | null;
  /** The point as it stands now. */
  readonly point: PointNow | null;
  readonly inForce: StandingDecision | null;
  readonly rules: DecisionRules;
  /** Lineage ids that a decision may name. */
  readonly clauses: ReadonlySet<string>;
  /** A note to be written stands in the row. */
  readonly hasNote: boolean;
}

export interface Judgement {
  readonly kind: AnswerKind;
  readonly conflict: Conflict | null;
  readonly faults: readonly AnswerFault[];
}

/**
 * What would become of a row. A row that still says what it was exported with wants nothing, whatever happened meanwhile; so does
 * one that says what stands there now. Any other is in conflict when the remark is no longer as it was exported.
 */
export function judgeAnswer(row: RowAndFacts): Judgement {
  const { read, parsed, exported, inForce, hasNote } = row;
  if (read.faults.length > 0) return error(read.faults);
  const saysNothingNew =
    (parsed.isBlank && exported === null) || isSame(parsed.decision, exported) || isSame(parsed.decision, inForce);
  if (saysNothingNew && !hasNote) return { kind: 'UNCHANGED', conflict: null, faults: [] };
  const conflict = conflictOf(row);
  if (conflict && !saysNothingNew) return { kind: 'CONFLICT', conflict, faults: [] };
  const mixedUp = conflict === 'withdrawn' || conflict === 'hidden' ? [] : mixedUpFaults(row);
  if (mixedUp.length > 0) return error(mixedUp);
  if (saysNothingNew) return { kind: 'UNCHANGED', conflict: null, faults: [] };
  const faults = faultsOf(row);
  if (faults.length > 0) return error(faults);
  const isDecided = row.answer ? row.answer.decided > 0 : inForce !== null;
  return { kind: isDecided ? 'CHANGED' : 'NEW', conflict: null, faults: [] };
}

const error = (faults: readonly AnswerFault[]): Judgement => ({ kind: 'ERROR', conflict: null, faults });

/** Whether two decisions are the same in the form that a cell can hold. */
export function isSame(one: Decision | null, other: Decision | null): boolean {
  if (!one || !other) return false;
  const texts = ['groundKk', 'groundRu', 'noChangeKk', 'noChangeRu'] as const;
  return (
    one.outcome === other.outcome &&
    one.reasonCode === other.reasonCode &&
    texts.every((text) => inCell(one[text]) === inCell(other[text])) &&
    one.changedClauses.toSorted().join() === other.changedClauses.toSorted().join()
  );
}

const inCell = (text: string | null): string => textInCell(text ?? '').trim();

/** What happened since the export; null while all is as it was. */
function conflictOf({ state, remark, answer, isGroupThere, point }: RowAndFacts): Conflict | null {
  if (state.group) {
    if (!isGroupThere) return 'dissolved';
    if (!answer) return 'split';
    return answer.seen === state.group.seen ? null : 'group-changed';
  }
  if (remark.state !== 'RECEIVED') return remark.state === 'HIDDEN' ? 'hidden' : 'withdrawn';
  if (remark.groupNo !== null) return 'grouped';
  if (isSplitAnew(state, remark, point)) return 'split';
  return (point?.decision?.version ?? 0) === state.decision ? null : 'decided';
}

function isSplitAnew({ pointId }: RowState, { points }: RemarkNow, point: PointNow | null): boolean {
  if (pointId !== null) return point === null;
  return points.length > 1 || (point?.passages.length ?? 0) > 0;
}

/** Rows that were sorted or pasted apart would put a decision on somebody else's remark. */
function mixedUpFaults({ read, remark }: RowAndFacts): AnswerFault[] {
  const { texts, address } = read;
  if (inOneForm(texts.number) !== inOneForm(remark.number)) {
    return [{ address: address('number'), fault: 'number-changed', value: remark.number }];
  }
  const isText = inOneForm(texts.remark) === inOneForm(textInCell(remark.text));
  return isText ? [] : [{ address: address('remark'), fault: 'text-changed' }];
}

function faultsOf({ read, parsed, answer, rules, clauses }: RowAndFacts): readonly AnswerFault[] {
  const { address } = read;
  if (parsed.isBlank) return [{ address: address('decision'), fault: 'cleared' }];
  if (!parsed.decision) return parsed.faults;
  if (answer?.isSplitApart) return [{ address: address('group'), fault: 'split-apart' }];
  return decisionFaults(parsed.decision, rules, clauses).map(
    ({ field, fault, least, limit = least }: DecisionFault) => ({
      address: address(columnOf[field]),
      fault,
      ...(fault === 'reason-unknown' ? { value: read.texts.reason } : {}),
      ...(limit === undefined ? {} : { limit }),
    }),
  );
}

const columnOf: Readonly<Record<keyof Decision, TypedKey>> = {
  outcome: 'decision',
  reasonCode: 'reason',
  groundKk: 'ground-kk',
  groundRu: 'ground-ru',
  changedClauses: 'changed',
  noChangeKk: 'no-change-kk',
  noChangeRu: 'no-change-ru',
};
