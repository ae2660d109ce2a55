import type { Fault } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import type { MessageKey, Translate } from '#lib/localisation';
import type { KeptFile } from '../../discussion/attachments.js';
import { fileLimits } from '../../discussion/file-limits.js';
import type { FormErrors } from '../../pages-kit/form-errors.js';
import type { TypedEntry } from './entry-form.js';

/** Where a field of the use case stands in the form. */
const places: Readonly<
  Record<string, { readonly id: keyof TypedEntry | 'scans' | 'files' | 'reason'; readonly label: MessageKey }>
> = {
  registration: { id: 'registration', label: 'entry.registration' },
  arrivalDay: { id: 'arrivalDay', label: 'entry.arrival-day' },
  arrivalTime: { id: 'arrivalTime', label: 'entry.arrival-time' },
  postmarkDay: { id: 'postmarkDay', label: 'entry.postmark-row' },
  text: { id: 'text', label: 'entry.text' },
  proposedWording: { id: 'proposedWording', label: 'remark.proposed-wording' },
  anchors: { id: 'anchors', label: 'remark.anchors' },
  'sender.name': { id: 'name', label: 'remark.author-name' },
  'sender.email': { id: 'email', label: 'entry.email' },
  'sender.organisation': { id: 'organisation', label: 'entry.organisation' },
  'sender.bin': { id: 'bin', label: 'remark.organisation-bin' },
  'sender.representativeGround': { id: 'ground', label: 'remark.representative-ground' },
  scans: { id: 'scans', label: 'entry.scans' },
  attachments: { id: 'files', label: 'entry.attachments' },
  reason: { id: 'reason', label: 'entry.refuse-reason' },
  noScanReason: { id: 'noScanReason', label: 'entry.no-scan-reason' },
};

/** What the use case refused, put beside the fields. @returns whether the error was of that kind */
export function addEntryFaults(error: unknown, errors: FormErrors, t: Translate): boolean {
  if (!(error instanceof DomainError)) return false;
  if (error.code === 'conflict') errors.add('registration', t('entry.fault-same'));
  else if (error.code === 'discussion-not-open') errors.add('arrivalDay', t('entry.fault-before-opening'));
  else if (error.code === 'attachment-refused') errors.add('scans', t('error.attachment-refused'));
  else if (error.code !== 'invalid-input') return false;
  for (const fault of (error.details['faults'] as readonly Fault[] | undefined) ?? []) {
    const place = places[fault.field];
    if (!place) return false;
    errors.add(place.id, sentence(fault, t(place.label), t));
  }
  return !errors.isEmpty;
}

/** Of what was kept, when the entry is at fault already and the use case is not asked. */
export function addFileCounts(
  kept: Readonly<Record<'scans' | 'files', readonly KeptFile[]>>,
  errors: FormErrors,
  t: Translate,
): void {
  for (const field of ['scans', 'files'] as const)
    if (kept[field].length > fileLimits.count) errors.also(field, t('form.too-many-files', fileLimits));
}

function sentence({ field, fault, limit = 0 }: Fault, label: string, t: Translate): string {
  switch (fault) {
    case 'in-the-future':
      return t('entry.fault-future');
    case 'after-arrival':
      return t('entry.fault-postmark');
    case 'not-of-this-draft':
      return t('form.anchor-unknown');
    case 'malformed':
      return t(malformed[field] ?? 'error.invalid-input');
    case 'missing':
      return field === 'scans' ? t('entry.fault-scan') : t('form.required', { field: label });
    case 'too-long':
      return field === 'scans' || field === 'attachments'
        ? t('form.too-many-files', { count: limit })
        : t('form.too-long', { field: label, limit });
    default:
      return t('form.not-text', { field: label });
  }
}

const malformed: Readonly<Record<string, MessageKey>> = {
  arrivalDay: 'entry.fault-day',
  postmarkDay: 'entry.fault-day',
  arrivalTime: 'entry.fault-time',
  'sender.email': 'form.email-wrong',
  'sender.bin': 'form.bin-wrong',
};
