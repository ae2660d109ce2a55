import { type DecisionFault, type DecisionInput, type DecisionRow, outcomes } from '#lib/consideration';
import type { DomainError } from '#lib/kernel';
import { isMessageKey, type Translate } from '#lib/localisation';
import type { Form } from '../../../pages-kit/form.js';
import type { FormErrors } from '../../../pages-kit/form-errors.js';

/** A decision as it stands in the form. */
export interface TypedDecision {
  /** From 1. */
  readonly point: string;
  readonly outcome: string;
  readonly reasonCode: string;
  readonly groundKk: string;
  readonly groundRu: string;
  readonly changedClauses: readonly string[];
  readonly noChangeKk: string;
  readonly noChangeRu: string;
}

export const typedDecision = (form: Form): TypedDecision => ({
  point: form.text('point') || '1',
  outcome: form.oneOf('outcome', outcomes) ?? '',
  reasonCode: form.text('reasonCode'),
  groundKk: form.text('groundKk'),
  groundRu: form.text('groundRu'),
  changedClauses: form.list('changedClauses'),
  noChangeKk: form.text('noChangeKk'),
  noChangeRu: form.text('noChangeRu'),
});

/** The decision in force on a point, to start from; an undecided point starts empty. */
export const typedOf = (decision: DecisionRow | undefined, point = 1): TypedDecision => ({
  point: String(point),
  outcome: decision?.outcome ?? '',
  reasonCode: decision?.reasonCode ?? '',
  groundKk: decision?.groundKk ?? '',
  groundRu: decision?.groundRu ?? '',
  changedClauses: decision?.changedClauses ?? [],
  noChangeKk: decision?.noChangeKk ?? '',
  noChangeRu: decision?.noChangeRu ?? '',
});

/** What a use case takes; undefined, with the faults beside their fields, while something is not chosen. */
export function decisionOf(typed: TypedDecision, errors: FormErrors, t: Translate): DecisionInput | undefined {
  const outcome = outcomes.find((each) => each === typed.outcome);
  if (!outcome) errors.add('outcome', t('decide.outcome-missing'));
  if (!typed.reasonCode) errors.add('reasonCode', t('decide.reason-missing'));
  if (!outcome || !typed.reasonCode) return undefined;
  const { point: _, ...texts } = typed;
  return { ...texts, outcome, noChangeKk: typed.noChangeKk || null, noChangeRu: typed.noChangeRu || null };
}

/** Puts what the use case found beside the fields. @returns whether the error was of that kind */
export function addDecisionFaults({ code, details }: DomainError, errors: FormErrors, t: Translate): boolean {
  const faults = details['faults'];
  if (code !== 'invalid-input' || !Array.isArray(faults)) return false;
  for (const { field, fault, least = 0, limit = 0 } of faults as DecisionFault[]) {
    const key = `decide.fault-${fault}`;
    // The fields of an accepted point are out of sight when it is refused.
    const place = fault === 'change-of-refused-point' ? 'outcome' : field;
    errors.add(place, isMessageKey(key) ? t(key, { least, limit }) : t('error.invalid-input'));
  }
  return faults.length > 0;
}
