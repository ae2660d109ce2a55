import type { DecisionReason } from '#lib/time-limits';
import { blanksIn } from './blanks.js';
import type { Outcome } from './outcome.js';

/** What an official decides on one point of a remark (A2.T4, REQ-50-53). Texts in Kazakh and Russian. */
export interface Decision {
  readonly outcome: Outcome;
  readonly reasonCode: string;
  readonly groundKk: string;
  readonly groundRu: string;
  /** Lineage ids of the clauses of the revised draft that answer an accepted point, each once; empty for none. */
  readonly changedClauses: readonly string[];
  /** Why an accepted point needs no change of the text. */
  readonly noChangeKk: string | null;
  readonly noChangeRu: string | null;
}

export type DecisionInput = Pick<Decision, 'outcome' | 'reasonCode' | 'groundKk' | 'groundRu'> &
  Partial<Omit<Decision, 'outcome' | 'reasonCode' | 'groundKk' | 'groundRu'>>;

/** Characters (code points) of a ground, and of an explanation why an accepted point needs no change. */
export const GROUND_LIMIT = 20_000;

/** What a profile says about decisions. */
export interface DecisionRules {
  readonly reasons: readonly DecisionReason[];
  /** In characters, in each language. */
  readonly minimumGroundLength: number;
}

export type DecisionFaultName =
  | 'reason-unknown'
  | 'reason-of-other-outcome'
  | 'ground-too-short'
  | 'too-long'
  | 'blank-not-filled'
  | 'change-not-named'
  | 'explanation-in-one-language'
  | 'change-and-explanation'
  | 'change-of-refused-point'
  | 'clause-unknown';

export interface DecisionFault {
  readonly field: keyof Decision;
  readonly fault: DecisionFaultName;
  readonly clause: string;
  /** For `ground-too-short`: the least number of characters. */
  readonly least?: number;
  /** For `too-long`: the greatest number of characters. */
  readonly limit?: number;
}

/** The decision as it is stored: trimmed, without the NUL that a database text cannot hold, absent texts as null. */
export function tidyDecision(input: DecisionInput): Decision {
  const tidy = (text: string) => text.replaceAll('\0', '').trim();
  const orNull = (text: string | null | undefined) => (text && tidy(text)) || null;
  return {
    outcome: input.outcome,
    reasonCode: input.reasonCode,
    groundKk: tidy(input.groundKk),
    groundRu: tidy(input.groundRu),
    changedClauses: [...new Set(input.changedClauses)],
    noChangeKk: orNull(input.noChangeKk),
    noChangeRu: orNull(input.noChangeRu),
  };
}

/**
 * Everything that is wrong with a tidy decision; empty when it may be made (REQ-50, REQ-52-54).
 * @param clauses lineage ids of the discussed and of the revised draft
 */
export function decisionFaults(
  decision: Decision,
  rules: DecisionRules,
  clauses: ReadonlySet<string>,
): readonly DecisionFault[] {
  return [
    ...reasonFaults(decision, rules),
    ...groundFaults(decision, rules),
    ...lengthFaults(decision),
    ...changeFaults(decision, clauses),
  ];
}

function reasonFaults({ reasonCode, outcome }: Decision, { reasons }: DecisionRules): DecisionFault[] {
  const reason = reasons.find(({ code }) => code === reasonCode);
  if (!reason) return [{ field: 'reasonCode', fault: 'reason-unknown', clause: 'REQ-53' }];
  // A question without a proposal is answered and counted as not taken into account (REQ-54): its reason says so.
  if (reason.isTakenIntoAccount === (outcome === 'TAKEN_INTO_ACCOUNT')) return [];
  return [{ field: 'reasonCode', fault: 'reason-of-other-outcome', clause: 'A2.T4' }];
}

const texts = ['groundKk', 'groundRu', 'noChangeKk', 'noChangeRu'] as const;

function groundFaults(decision: Decision, { minimumGroundLength: least }: DecisionRules): DecisionFault[] {
  const short = (['groundKk', 'groundRu'] as const)
    .filter((field) => !isLongEnough(decision[field], least))
    .map((field) => ({ field, fault: 'ground-too-short', clause: 'REQ-53', least }) as const);
  const blank = texts
    .filter((field) => blanksIn(decision[field] ?? '').length > 0)
    .map((field) => ({ field, fault: 'blank-not-filled', clause: 'REQ-53' }) as const);
  return [...short, ...blank];
}

function lengthFaults(decision: Decision): DecisionFault[] {
  const fault = { fault: 'too-long', limit: GROUND_LIMIT } as const;
  return texts
    .filter((field) => isLongerThan(decision[field] ?? '', GROUND_LIMIT))
    .map((field) => ({ ...fault, field, clause: field === 'groundKk' || field === 'groundRu' ? 'REQ-50' : 'REQ-52' }));
}

/** @param limit code points; a text has at least as many code units, which are counted at no cost */
const isLongerThan = (text: string, limit: number): boolean => text.length > limit && Array.from(text).length > limit;

/** Whether a ground has the least number of characters (code points), spaces around not counted; never an empty one. */
export const isLongEnough = (ground: string, least: number): boolean =>
  Array.from(ground.trim()).length >= Math.max(1, least);

function changeFaults(decision: Decision, clauses: ReadonlySet<string>): DecisionFault[] {
  const { outcome, changedClauses, noChangeKk, noChangeRu } = decision;
  const isChanged = changedClauses.length > 0;
  const isExplained = noChangeKk !== null || noChangeRu !== null;
  const faultOf = (field: keyof Decision, fault: DecisionFaultName): DecisionFault[] => [
    { field, fault, clause: 'REQ-52' },
  ];
  if (outcome === 'NOT_TAKEN_INTO_ACCOUNT') {
    if (isChanged) return faultOf('changedClauses', 'change-of-refused-point');
    return isExplained ? faultOf('noChangeKk', 'change-of-refused-point') : [];
  }
  if (isChanged) {
    if (isExplained) return faultOf('noChangeKk', 'change-and-explanation');
    return changedClauses.every((id) => clauses.has(id)) ? [] : faultOf('changedClauses', 'clause-unknown');
  }
  if (!isExplained) return faultOf('changedClauses', 'change-not-named');
  if (noChangeKk !== null && noChangeRu !== null) return [];
  return faultOf(noChangeKk === null ? 'noChangeKk' : 'noChangeRu', 'explanation-in-one-language');
}
