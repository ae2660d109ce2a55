import type { SplitFault } from '#lib/consideration';
import type { DomainError } from '#lib/kernel';
import { isMessageKey, type Translate } from '#lib/localisation';
import type { FormErrors } from '../../../pages-kit/form-errors.js';

/** Puts what is wrong with a split over the sentences. @returns whether the error was of that kind */
export function addSplitFaults({ code, details }: DomainError, errors: FormErrors, t: Translate): boolean {
  const faults = details['faults'];
  if (code !== 'invalid-input' || !Array.isArray(faults)) return false;
  for (const { point, fault } of faults as SplitFault[]) {
    const key = `points.fault-${fault}`;
    errors.add('sentences', isMessageKey(key) ? t(key, { point }) : t('error.invalid-input'));
  }
  return faults.length > 0;
}
