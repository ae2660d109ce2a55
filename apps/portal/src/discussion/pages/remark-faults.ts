import {
  type ConfirmationFault,
  type Fault,
  needsSignature,
  SenderNotConfirmed,
  SIGNATURE_LIMIT,
} from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import { isMessageKey, type MessageKey, type Translate } from '#lib/localisation';
import { SignatureRefused } from '#lib/signatures';
import type { FormErrors } from '../../pages-kit/form-errors.js';
import { fileLimits } from '../file-limits.js';
import type { TypedRemark } from './remark-form.js';
import type { FilledRemark } from './remark-steps/filled-remark.js';

/** Where a field of the use case stands in the form. */
const places: Readonly<Record<string, { readonly id: keyof TypedRemark; readonly label: MessageKey }>> = {
  text: { id: 'text', label: 'remark.text' },
  proposedWording: { id: 'proposedWording', label: 'remark.proposed-wording' },
  anchors: { id: 'anchors', label: 'remark.anchors' },
  signature: { id: 'signature', label: 'sign.file' },
  'sender.name': { id: 'name', label: 'remark.author-name' },
  'sender.email': { id: 'email', label: 'remark.email' },
  'sender.organisation': { id: 'organisation', label: 'remark.organisation-name' },
  'sender.bin': { id: 'bin', label: 'remark.organisation-bin' },
  'sender.representativeGround': { id: 'ground', label: 'remark.representative-ground' },
};

/** The faults the use case found, put beside the fields. @returns whether the error was of that kind */
export function addFaults(error: unknown, errors: FormErrors, t: Translate): boolean {
  if (error instanceof SenderNotConfirmed) {
    if (needsSignature(error.needs)) errors.add('signature', t('sign.missing'));
    else addConfirmationFault(error.fault, errors, t);
    return true;
  }
  if (error instanceof SignatureRefused) {
    const isOfOther = error.reason === 'CONTENT_CHANGED' || error.reason === 'NOT_DETACHED';
    errors.add('signature', t(isOfOther ? 'sign.other-text' : `signature.refused.${error.reason}`));
    return true;
  }
  if (!(error instanceof DomainError) || error.code !== 'invalid-input') return false;
  return addFaultsOf((error.details['faults'] as readonly Fault[] | undefined) ?? [], errors, t);
}

/** What keeps the sender from the level that the discussion asks for (AMB-20). */
export function addConfirmationFault(fault: ConfirmationFault, errors: FormErrors, t: Translate): void {
  const isOther = fault === 'other-address';
  errors.add(isOther ? 'email' : 'confirmation', t(isOther ? 'sender.fault-other-address' : 'sender.fault'));
}

/** @returns whether there were any, and each has its place in the form */
export function addFaultsOf(faults: readonly Fault[], errors: FormErrors, t: Translate): boolean {
  for (const fault of faults) {
    const place = places[fault.field];
    if (!place) return false;
    errors.add(place.id, sentence(fault, t(place.label), t));
  }
  return faults.length > 0;
}

function sentence({ field, fault, limit = 0 }: Fault, label: string, t: Translate): string {
  if (field === 'anchors' && fault === 'not-of-this-draft') return t('form.anchor-unknown');
  if (field === 'signature') return t('sign.too-large', { size: SIGNATURE_LIMIT / 1024 });
  if (field === 'sender.bin') return t('form.bin-wrong');
  if (field === 'sender.email' && fault === 'malformed') return t('form.email-wrong');
  if (fault === 'too-long') return t('form.too-long', { field: label, limit });
  return fault === 'missing' ? t('form.required', { field: label }) : t('form.not-text', { field: label });
}

/** Files that were not taken, and more of them than a remark takes. */
export function addFileFaults(
  { files, refused }: Pick<FilledRemark, 'files' | 'refused'>,
  errors: FormErrors,
  t: Translate,
): void {
  for (const file of refused) addRefusedFile(file, errors, t);
  if (files.length > fileLimits.count) errors.also('files', t('form.too-many-files', fileLimits));
}

/** Why a file was not taken. */
export function addRefusedFile(
  { details }: Pick<DomainError, 'details'>,
  errors: FormErrors,
  t: Translate,
  field = 'files',
): void {
  const file = typeof details['name'] === 'string' ? details['name'] : '';
  if (details['reason'] === 'too-large') return errors.also(field, t('form.file-too-big', { file, ...fileLimits }));
  if (details['reason'] === 'too-many-now') return errors.also(field, t('limit.files', { file }));
  const key = `form.file-${String(details['reason'])}`;
  errors.also(field, isMessageKey(key) ? t(key, { file }) : t('form.file-wrong-type', { file }));
}
