import {
  type HidingGround,
  isOpenToModeration,
  type OriginalText,
  type Passage,
  redactedText,
  redactionMark,
  wordLimits,
} from '#lib/discussion';
import { profileById } from '#lib/time-limits';
import type { OwnRemark } from '../../consideration/own-remarks.js';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { passageChoices, type TypedRow } from './redaction-form.js';
import type { RedactionModel, SideBySide } from './redaction.view.js';

export interface RedactionFacts {
  readonly visit: PageVisit;
  readonly own: OwnRemark;
  readonly original: OriginalText;
  readonly chosen: readonly Passage[];
  readonly rows: readonly TypedRow[];
  readonly values: RedactionModel['values'];
  readonly errors?: FormErrors;
  /** The ground by which the preview is marked; undefined for none yet. */
  readonly ground?: HidingGround;
}

/** The text as it was received, what may be taken out of it, and how it will read. */
export function redactionModel(facts: RedactionFacts): RedactionModel {
  const { visit, own, original, chosen, rows, values, errors, ground } = facts;
  const { t } = visit;
  const { remark, discussion } = own;
  const { moderation, secondOfficer } = profileById(discussion.profileId);
  const here = visit.to(`officer/remarks/${remark.number}`);
  const { text, proposedWording, language } = original;
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: `${here}/hiding`, text: t('moderation.of-remark', { number: remark.number }) },
    heading: t('redaction.title', { number: remark.number }),
    action: `${here}/redaction`,
    language,
    text,
    proposedWording,
    lengths: { text: Array.from(text).length, wording: Array.from(proposedWording ?? '').length },
    choices: passageChoices(original, chosen, t),
    rows,
    parts: [
      { value: 'TEXT', text: t('redaction.in-text') },
      ...(proposedWording === null ? [] : [{ value: 'WORDING', text: t('decide.proposed-wording') }]),
    ],
    values,
    least: wordLimits.least,
    grounds: moderation.grounds.map((value) => ({ value, text: t(`hiding.ground.${value}`) })),
    needsSecondOfficer: secondOfficer.redaction,
    preview: ground && chosen.length > 0 ? sideBySide(original, chosen, ground) : null,
    note: noteOf(own, visit),
  };
}

/** What was received beside what the public reads. */
export function sideBySide(original: OriginalText, passages: readonly Passage[], ground: HidingGround): SideBySide {
  const { text, proposedWording, language } = original;
  const said = { text, proposedWording };
  return { language, original: said, redacted: redactedText(said, passages, redactionMark(ground, language)) };
}

function noteOf({ remark, discussion }: OwnRemark, { t }: PageVisit): string | null {
  if (!isOpenToModeration(discussion.procedureState)) return t('moderation.not-now');
  if (remark.erasedAt !== null) return t('redaction.erased');
  return remark.state === 'RECEIVED' ? null : t(`remark.state.${remark.state}`);
}
