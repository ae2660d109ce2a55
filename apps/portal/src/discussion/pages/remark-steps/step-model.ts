import { type DiscussionDetails, needsSignature, SIGNATURE_LIMIT, TEXT_LIMIT } from '#lib/discussion';
import type { StoredClause } from '#lib/drafting';
import { millisecondsBetween } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { figuresOf } from '../../../pages-kit/figures.js';
import { FormErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { KeptFile } from '../../attachments.js';
import { fileLimits } from '../../file-limits.js';
import { clauseItems } from '../clause-items.js';
import type { SenderConfirmation } from '../confirmed-sender.js';
import { countdownOf } from '../countdown.js';
import type { PersonalNotice } from '../personal-notice.js';
import { type TypedRemark, WHOLE_DRAFT } from '../remark-form.js';
import type { CheckItem } from '../remark-form.view.js';
import { closeText } from '../standing.js';
import { carriedFields } from './carried-fields.js';
import { checkSections } from './check-sections.js';
import type { RemarkStepModel } from './step.view.js';
import {
  beforeStep,
  everyField,
  fieldsOn,
  nextStep,
  type RemarkStep,
  remarkSteps,
  stepCount,
  stepOf,
} from './steps.js';

export interface StepFacts {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly clauses: readonly StoredClause[];
  readonly step: RemarkStep;
  readonly typed: TypedRemark;
  readonly files?: readonly KeptFile[];
  readonly errors?: FormErrors;
  /** Whether one came from the last page, and goes back there. */
  readonly isChange?: boolean;
  readonly personal?: PersonalNotice | null;
  readonly confirmation?: SenderConfirmation | null;
}

/** From here on every page says how little time is left. */
const HURRY_MS = 60 * 60_000;

type AddressOf = (step: RemarkStep) => string;

/** One page of the form, with everything that was typed on the others. */
export function stepModel(facts: StepFacts): RemarkStepModel {
  const { discussion, step, visit, typed, files = [], clauses, personal = null, confirmation = null } = facts;
  const { t } = visit;
  const title = inLanguage(discussion.title, visit.language);
  const addressOf = addressesFrom(facts);
  const errors = (facts.errors ?? new FormErrors()).only(everyField);
  return {
    ...withErrors(errors),
    step,
    heading: stepHeading(step, visit),
    title: title.text,
    titleLanguage: title.language,
    ...timeFacts(discussion, visit),
    ...wayFacts(facts, addressOf),
    ...scriptFacts(facts),
    hasFiles: hasFiles(step),
    hidden: hiddenFields(facts),
    values: typed,
    clauses: chosenFirst(clauseItems(clauses, visit.language, t), typed.anchors),
    textLimit: TEXT_LIMIT,
    fileLimits,
    kept: files.map(({ id, name }) => ({ value: id, text: name, checked: true })),
    confirmation,
    forgetAction: addressOf('sender'),
    signing: {
      document: visit.fileFormAction(`discussions/${discussion.id}/remark-document`),
      limit: figuresOf(visit).size(SIGNATURE_LIMIT),
    },
    sections: step === 'check' ? checkSections({ typed, files, clauses, confirmation }, visit, addressOf) : [],
    mends: errors.summary.map(({ text, href }) => mendOf(text, stepOf(href.slice(1)), addressOf)),
    personal,
  };
}

/** Whether the sender signs the remark before it is sent. */
export const asksToSign = ({ profileId }: Pick<DiscussionDetails, 'profileId'>): boolean =>
  needsSignature(profileById(profileId).identity);

/** A form with a file is read part by part. */
const hasFiles = (step: RemarkStep): boolean => step === 'files' || step === 'sign';

/** Where each page is, seen from this one: a form with files carries its token in the address. */
export function addressesFrom({
  visit,
  discussion,
  step,
}: Pick<StepFacts, 'visit' | 'discussion' | 'step'>): AddressOf {
  return (each) => {
    const path = `discussions/${discussion.id}/remark/${each}`;
    return hasFiles(step) ? visit.fileFormAction(path) : visit.to(path);
  };
}

/** Where one is, and where the buttons lead. */
function wayFacts({ visit, discussion, step, isChange = false, personal }: StepFacts, addressOf: AddressOf) {
  const { t } = visit;
  const here = `discussions/${discussion.id}`;
  const isSigned = asksToSign(discussion);
  const [before, following] = [beforeStep(step), isChange ? 'check' : nextStep(step, isSigned)];
  const send = `${here}/remark`;
  return {
    back: before ? null : { href: visit.to(here), text: t('receipt.to-draft') },
    progress: t('steps.progress', { step: remarkSteps.indexOf(step) + 1, count: stepCount(isSigned) }),
    action: following ? addressOf(following) : hasFiles(step) ? visit.fileFormAction(send) : visit.to(send),
    isLast: following === undefined,
    next: following ? t('steps.next') : t(personal ? 'privacy.send-all-the-same' : 'remark.submit'),
    previous: before && !isChange ? addressOf(before) : null,
  };
}

/** What the scripts are told; without them nothing of it is in sight. */
function scriptFacts({ visit, discussion }: StepFacts) {
  const { t } = visit;
  const pages = `discussions/${discussion.id}/remark`;
  return {
    draft: { id: discussion.id, pages: visit.to(pages), found: t('kept.found', { at: '%' }) },
    uploads: {
      action: visit.fileFormAction(`discussions/${discussion.id}/remark-uploads`),
      sending: t('upload.sending', { file: '%f', percent: '%p' }),
      received: t('upload.received', { file: '%f' }),
      failed: t('upload.failed', { file: '%f' }),
    },
  };
}

/** In a long list what is chosen stands in sight, after the box for the whole draft. */
const chosenFirst = (items: readonly CheckItem[], anchors: readonly string[]): CheckItem[] =>
  items.toSorted((a, b) => rankOf(a, anchors) - rankOf(b, anchors));

function rankOf({ value }: CheckItem, anchors: readonly string[]): number {
  if (value === WHOLE_DRAFT) return 0;
  return anchors.includes(value) ? 1 : 2;
}

const mendOf = (text: string, step: RemarkStep | undefined, addressOf: AddressOf) => ({
  text,
  action: step ? addressOf(step) : null,
});

export function stepHeading(step: RemarkStep, { t }: PageVisit): string {
  if (step === 'parts') return t('remark.anchors');
  if (step === 'files') return t('remark.attachments');
  if (step === 'sender') return t('remark.author');
  if (step === 'public') return t('remark.public-title');
  if (step === 'sign') return t('sign.title');
  return t(step === 'words' ? 'steps.words' : 'steps.check');
}

/** What is not asked on this page; of a text with personal data also that it was looked at. */
function hiddenFields({ step, typed, files = [], isChange, personal }: StepFacts): RemarkStepModel['hidden'] {
  const seen = personal ? { ...typed, personalSeen: personal.seen } : typed;
  return [
    ...carriedFields(seen, files).filter(({ name }) => !fieldsOn(step).includes(name)),
    { name: 'from', value: step },
    ...(isChange ? [{ name: 'changing', value: 'yes' }] : []),
  ];
}

function timeFacts(discussion: DiscussionDetails, visit: PageVisit) {
  const { closeAt, readAt, isTakingRemarks } = discussion;
  const isNear = closeAt !== null && millisecondsBetween(readAt, closeAt) < HURRY_MS;
  return {
    close: closeText(discussion, visit),
    hurry: isNear ? countdownOf(discussion, visit) : null,
    isOver: !isTakingRemarks,
  };
}
