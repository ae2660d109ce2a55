import { DomainError } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import type { Blocker } from '#lib/reports';
import { SignatureRefused } from '#lib/signatures';
import type { FormErrors } from '../../../pages-kit/form-errors.js';

export interface SigningRefusal {
  readonly status: number;
  /** Everything that stands in the way, when that is why. */
  readonly blockers?: readonly Blocker[];
}

/** What was refused at the signature, put beside the fields. @returns undefined when the error is of another kind */
export function signingRefusal(error: unknown, errors: FormErrors, t: Translate): SigningRefusal | undefined {
  if (error instanceof SignatureRefused) {
    errors.add('signature', t(`signature.refused.${error.reason}`));
    return { status: error.code === 'signature-refused' ? 422 : 503 };
  }
  if (!(error instanceof DomainError)) return undefined;
  if (error.code === 'wrong-state' || error.code === 'conflict') {
    errors.add('version', t('signing.newer-version'));
    return { status: 409 };
  }
  if (error.code !== 'report-blocked') return undefined;
  const blockers = error.details['blockers'] as readonly Blocker[];
  const others = blockers.filter(({ code }) => code !== 'warnings-not-acknowledged');
  if (others.length > 0) errors.add('blockers', t('error.report-blocked'));
  if (others.length < blockers.length) errors.add('acknowledges', t('signing.acknowledge-first'));
  return { status: others.length > 0 ? 409 : 422, blockers };
}
