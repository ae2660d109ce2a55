import { DraftMovedOn, DraftNotAText, ProcedureNotInState, type ProcedureState } from '#lib/drafting';
import type { FormErrors } from '../../pages-kit/form-errors.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { TypedDraft } from '../typed-draft.js';

/** Why a version was not saved, as far as the whole text goes. @returns the status to answer with; undefined for what is no such refusal */
export function addDraftFault(error: unknown, place: string, errors: FormErrors, { t }: PageVisit): number | undefined {
  if (error instanceof DraftMovedOn) {
    errors.add(place, t('drafting.moved-on', { number: Number(error.details['latest']) }));
    return 409;
  }
  if (error instanceof ProcedureNotInState) {
    const state = error.details['state'] as ProcedureState;
    errors.add(place, t('drafting.not-now', { state: t(`procedure.state.${state}`) }));
    return 409;
  }
  if (!(error instanceof DraftNotAText)) return undefined;
  errors.add(place, t('drafting.not-a-text', { count: (error.details['faults'] as readonly unknown[]).length }));
  return 422;
}

/** The typed text after such a refusal: told of the newer version, who saves again means to. */
export function typedAgain(
  error: unknown,
  draft: TypedDraft,
): { readonly draft: TypedDraft; readonly hasNewer: boolean } {
  if (!(error instanceof DraftMovedOn)) return { draft, hasNewer: false };
  return { draft: { ...draft, basedOn: Number(error.details['latest']) }, hasNewer: true };
}
