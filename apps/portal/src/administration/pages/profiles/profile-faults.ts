import { isLegalDay } from '#lib/kernel';
import type { ProfileFault } from '#lib/procedure-profiles';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { ProfilePart } from './profile-fields.js';

/** What is wrong beside its field, in the order of the form. */
export function profileErrors(
  faults: readonly ProfileFault[],
  parts: readonly ProfilePart[],
  visit: PageVisit,
): FormErrors {
  const errors = new FormErrors();
  for (const { id, name, label } of parts.flatMap(({ fields }) => fields))
    for (const fault of faults) if (fault.field === name) errors.add(id, words(fault, label, visit));
  return errors;
}

function words({ fault, bound = '' }: ProfileFault, field: string, { t, day }: PageVisit): string {
  const shown = typeof bound === 'string' && isLegalDay(bound) ? day(bound) : String(bound);
  return t(`profile-form.fault-${fault}`, { field, bound: shown });
}
