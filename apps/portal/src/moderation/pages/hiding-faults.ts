import type { Fault } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import type { MessageKey, Translate } from '#lib/localisation';
import type { FormErrors } from '../../pages-kit/form-errors.js';

const labels: Readonly<Record<string, MessageKey>> = {
  explanationKk: 'moderation.explanation-kk',
  explanationRu: 'moderation.explanation-ru',
};

/**
 * What the use case refused, put beside the fields.
 * @param hidingId of the form about one that stands: a page may have several such forms
 * @returns whether the error was of that kind
 */
export function addHidingFaults(
  error: unknown,
  errors: FormErrors,
  reason: MessageKey,
  t: Translate,
  hidingId?: string,
): boolean {
  if (!(error instanceof DomainError) || error.code !== 'invalid-input') return false;
  for (const { field, fault, limit = 0 } of (error.details['faults'] as readonly Fault[] | undefined) ?? []) {
    const label = t(labels[field] ?? reason);
    const at = hidingId === undefined ? field : `${field}-${hidingId}`;
    if (field === 'ground') errors.add(at, t('moderation.ground-missing'));
    else if (field === 'outcome') errors.add(at, t('objection.outcome-missing'));
    else if (field === 'passages') errors.add(at, t('redaction.not-so'));
    else if (fault === 'repeated') errors.add(at, t('redaction.repeats', { field: label }));
    else if (fault === 'too-short') errors.add(at, t('moderation.too-short', { field: label, least: limit }));
    else if (fault === 'too-long') errors.add(at, t('form.too-long', { field: label, limit }));
    else errors.add(at, t(fault === 'missing' ? 'form.required' : 'form.not-text', { field: label }));
  }
  return !errors.isEmpty;
}
