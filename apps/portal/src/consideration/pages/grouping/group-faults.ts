import type { DomainError } from '#lib/kernel';
import { isMessageKey, type Translate } from '#lib/localisation';
import type { FormErrors } from '../../../pages-kit/form-errors.js';

interface GroupFault {
  readonly fault: string;
  readonly numbers?: readonly string[];
}

/** Puts what a use case found wrong with the chosen numbers beside `field`. @returns whether the error was of that kind */
export function addGroupFaults({ details }: DomainError, field: string, errors: FormErrors, t: Translate): boolean {
  const faults = details['faults'];
  if (!Array.isArray(faults)) return false;
  for (const { fault, numbers = [] } of faults as GroupFault[]) {
    const key = `grouping.fault-${fault}`;
    errors.add(field, isMessageKey(key) ? t(key, { numbers: numbers.join(', ') }) : t('error.invalid-input'));
  }
  return faults.length > 0;
}

/** Numbers as they are typed or pasted: one a line, or between commas and semicolons; spaces may stand inside a number. */
export const typedNumbers = (text: string): string[] =>
  text
    .split(/[\n,;]+/)
    .map((number) => number.trim())
    .filter((number) => number !== '');
