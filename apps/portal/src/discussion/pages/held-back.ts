import type { HeldBack, RemarkOfReceipt } from '#lib/discussion';
import type { FormErrors } from '../../pages-kit/form-errors.js';
import type { PageVisit } from '../../pages-kit/visit.js';

/** What is kept from the public, as its sender reads it. */
export interface HeldNote {
  readonly hidingId: string;
  readonly text: string;
  /** The words of a redaction. */
  readonly words: readonly string[];
  /** How to object, or what became of the objection. */
  readonly objection: string;
  readonly answer: string | null;
  /** The form for an objection; null when it was made, or the report is signed. */
  readonly form: { readonly action: string; readonly typed: string } | null;
}

/** An objection as it was typed, with why it could not be taken. */
export interface TypedObjection {
  readonly hidingId: string;
  readonly words: string;
  readonly errors?: FormErrors;
}

/** REQ-116: the sender learns what is kept from the public and why, and objects to it. */
export function heldBack(
  { hiding, redaction }: RemarkOfReceipt,
  own: string,
  visit: PageVisit,
  typed?: TypedObjection,
): HeldNote[] {
  const { t, language } = visit;
  const noteOf = (
    held: HeldBack,
    key: 'moderation.own-hidden' | 'redaction.own',
    words: readonly string[],
  ): HeldNote => ({
    hidingId: held.hidingId,
    text: t(key, {
      ground: t(`hiding.ground.${held.ground}`),
      explanation: language === 'kk' ? held.explanation.kk : held.explanation.ru,
    }),
    words,
    ...objectionOf(held, visit),
    form: held.mayObject
      ? { action: `${own}/objection`, typed: typed?.hidingId === held.hidingId ? typed.words : '' }
      : null,
  });
  return [
    ...(hiding ? [noteOf(hiding, 'moderation.own-hidden', [])] : []),
    ...(redaction ? [noteOf(redaction, 'redaction.own', redaction.passages)] : []),
  ];
}

function objectionOf({ objection, mayObject }: HeldBack, { t }: PageVisit): Pick<HeldNote, 'objection' | 'answer'> {
  if (!objection) return { objection: t(mayObject ? 'moderation.own-object' : 'objection.by-law'), answer: null };
  const { outcome, answer } = objection;
  return { objection: t(outcome ? `objection.outcome.${outcome}` : 'objection.waits'), answer };
}
