import type { DomainError } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import type { FormErrors } from '../../../pages-kit/form-errors.js';

/** Says that no remark is chosen, or too many. @returns whether the error was of that kind */
export function addChoiceFault({ code, details }: DomainError, errors: FormErrors, t: Translate): boolean {
  const [fault] = Array.isArray(details['faults']) ? (details['faults'] as { fault?: string; most?: number }[]) : [];
  if (code !== 'invalid-input' || !fault) return false;
  if (fault.fault === 'none-chosen') errors.add('numbers', t('queue.none-chosen'));
  else if (fault.fault === 'too-many-chosen')
    errors.add('numbers', t('queue.too-many-chosen', { most: fault.most ?? 0 }));
  else return false;
  return true;
}
