import type { Fault } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import type { MessageKey, Translate } from '#lib/localisation';
import type { FormErrors } from '../../pages-kit/form-errors.js';

const labels: Readonly<Record<string, MessageKey>> = {
  explanationKk: 'moderation.explanation-kk',
  explanationRu: 'moderation.explanation-ru',
};

/** What the use case refused, put beside the fields. @returns whether the error was of that kind */
export function addHidingFaults(error: unknown, errors: FormErrors, reason: MessageKey, t: Translate): boolean {
  if (!(error instanceof DomainError) || error.code !== 'invalid-input') return false;
  for (const { field, fault, limit = 0 } of (error.details['faults'] as readonly Fault[] | undefined) ?? []) {
    const label = t(labels[field] ?? reason);
    if (field === 'ground') errors.add(field, t('moderation.ground-missing'));
    else if (field === 'outcome') errors.add(field, t('objection.outcome-missing'));
    else if (field === 'passages') errors.add(field, t('redaction.not-so'));
    else if (fault === 'repeated') errors.add(field, t('redaction.repeats', { field: label }));
    else if (fault === 'too-short') errors.add(field, t('moderation.too-short', { field: label, least: limit }));
    else if (fault === 'too-long') errors.add(field, t('form.too-long', { field: label, limit }));
    else errors.add(field, t(fault === 'missing' ? 'form.required' : 'form.not-text', { field: label }));
  }
  return !errors.isEmpty;
}
