import { type DecisionFault, type DecisionRow, outcomes } from '#lib/consideration';
import type { DomainError } from '#lib/kernel';
import { isMessageKey, type Translate } from '#lib/localisation';
import type { Form } from '../../pages-kit/form.js';
import type { FormErrors } from '../../pages-kit/form-errors.js';
import type { TypedDecision } from './decide.view.js';

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

/** The decision in force, to start from; an undecided point starts empty. */
export const typedOf = (decision: DecisionRow | undefined): TypedDecision => ({
  point: String(decision?.point ?? 1),
  outcome: decision?.outcome ?? '',
  reasonCode: decision?.reasonCode ?? '',
  groundKk: decision?.groundKk ?? '',
  groundRu: decision?.groundRu ?? '',
  changedClauses: decision?.changedClauses ?? [],
  noChangeKk: decision?.noChangeKk ?? '',
  noChangeRu: decision?.noChangeRu ?? '',
});

/** Puts what the use case found beside the fields. @returns whether the error was of that kind */
export function addDecisionFaults({ code, details }: DomainError, errors: FormErrors, t: Translate): boolean {
  const faults = details['faults'];
  if (code !== 'invalid-input' || !Array.isArray(faults)) return false;
  for (const { field, fault, least = 0 } of faults as DecisionFault[]) {
    const key = `decide.fault-${fault}`;
    errors.add(field, isMessageKey(key) ? t(key, { least }) : t('error.invalid-input'));
  }
  return faults.length > 0;
}
