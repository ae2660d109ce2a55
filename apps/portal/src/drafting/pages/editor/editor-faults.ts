import { type DraftedClauseFault, DraftNotAText, draftLimits } from '#lib/drafting';
import type { FormErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { addDraftFault } from '../draft-faults.js';

/** The form as a whole, for what is wrong with no clause alone. */
export const DRAFT = 'draft';

/** Puts a refusal beside its field. @returns the status to answer with; undefined for an error that is none of the form's */
export function addEditorFaults(error: unknown, errors: FormErrors, visit: PageVisit): number | undefined {
  if (!(error instanceof DraftNotAText)) return addDraftFault(error, DRAFT, errors, visit);
  for (const fault of error.details['faults'] as readonly DraftedClauseFault[])
    errors.add(fieldOf(fault), wordsOf(fault, visit));
  return 422;
}

function fieldOf({ fault, position }: DraftedClauseFault): string {
  if (fault === 'too-many') return DRAFT;
  if (position === 0) return 'title-kk';
  if (fault === 'text-too-long' || fault === 'control-character' || fault === 'not-text') return `text-${position}-kk`;
  return fault === 'section-in-clause' || fault === 'level-wrong' ? `kind-${position}` : `label-${position}`;
}

function wordsOf({ fault, position: place }: DraftedClauseFault, { t }: PageVisit): string {
  const { clauses, textLength, labelLength, depth } = draftLimits;
  switch (fault) {
    case 'too-many':
      return t('drafting.fault.too-many', { limit: clauses });
    case 'section-in-clause':
      return t('drafting.fault.section-in-clause', { place });
    case 'level-wrong':
      return t('drafting.fault.level-wrong', { place, depth });
    case 'label-too-long':
      return t('drafting.fault.label-too-long', { place, limit: labelLength });
    case 'text-too-long':
      return t('drafting.fault.text-too-long', { place, limit: textLength });
    case 'control-character':
    case 'not-text':
      return t('drafting.fault.not-text', { place });
    default:
      return t('drafting.fault.other', { place });
  }
}
