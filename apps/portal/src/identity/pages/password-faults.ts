import { passwordLengths } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { isMessageKey } from '#lib/localisation';
import type { FormErrors } from '../../pages-kit/form-errors.js';
import type { PageVisit } from '../../pages-kit/visit.js';

/** Puts what is wrong with a new password beside its field. @returns whether the error was about the password */
export function addPasswordFaults(error: unknown, errors: FormErrors, { t }: PageVisit): boolean {
  if (!(error instanceof DomainError) || !Array.isArray(error.details['faults'])) return false;
  for (const { field, fault } of error.details['faults'] as readonly { field: string; fault: string }[]) {
    const key = `access.password-${fault}`;
    if (field === 'password' && isMessageKey(key)) errors.add('password', t(key, passwordLengths));
  }
  return !errors.isEmpty;
}
