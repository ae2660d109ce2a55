import type { DiscussionDetails, ReadText, WaitingRemark } from '#lib/discussion';
import { may } from '#lib/identity';
import type { Translate } from '#lib/localisation';
import { findPersonalData } from '#lib/privacy';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { OfficerActor } from '../../rights/person.js';
import type { WaitingModel, WaitingText } from './waiting.view.js';

export interface WaitingFacts {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly officer: OfficerActor;
  readonly texts: readonly WaitingRemark[];
  readonly isPreview: boolean;
  readonly errors?: FormErrors;
  readonly next?: string;
  readonly after?: string;
  /** How many were released by the form before. */
  readonly released?: number;
}

/** Texts that are not public yet, or those of them that were chosen, before they become public. */
export function waitingModel(facts: WaitingFacts): WaitingModel {
  const { visit, discussion, officer, texts, isPreview, errors, next, after, released } = facts;
  const { t } = visit;
  const title = inLanguage(discussion.title, visit.language);
  const here = visit.to(`officer/discussions/${discussion.id}/waiting`);
  const queue = { href: visit.to(`officer/discussions/${discussion.id}/queue`), text: t('queue.title') };
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: isPreview ? { href: here, text: t('waiting.title') } : queue,
    title: title.text,
    titleLanguage: title.language,
    heading: t(isPreview ? 'waiting.preview-title' : 'waiting.title'),
    done: released === undefined ? null : t('waiting.done', { count: released }),
    count: t(isPreview ? 'waiting.chosen' : 'waiting.link', { count: isPreview ? texts.length : discussion.waiting }),
    action: here,
    texts: texts.map((text) => textOf(text, discussion.zone, visit)),
    isPreview,
    mayRelease: may(officer, 'text.release'),
    submit: isPreview ? t('waiting.release', { count: texts.length }) : t('waiting.look'),
    pages: {
      ...(next ? { next: `${here}?after=${encodeURIComponent(next)}` } : {}),
      ...(after ? { first: here } : {}),
    },
  };
}

function textOf(remark: WaitingRemark, zone: string, visit: PageVisit): WaitingText {
  const { number, revision, language, text, proposedWording, receivedAt, waitsUntil } = remark;
  return {
    number,
    href: visit.to(`officer/remarks/${number}`),
    hidingHref: visit.to(`officer/remarks/${number}/hiding`),
    value: `${number}:${revision}`,
    language,
    text,
    proposedWording,
    receivedAt: visit.when(receivedAt, zone),
    waits: visit.t('waiting.notice', { when: visit.when(waitsUntil, zone) }),
    personal: personalKinds(`${text}\n${proposedWording ?? ''}`, visit.t),
  };
}

/** The kinds of personal data that a text seems to hold, as officials are told; null for none. */
export function personalKinds(text: string, t: Translate): string | null {
  const kinds = new Set(findPersonalData(text).map(({ kind }) => t(`privacy.kind.${kind}`)));
  return kinds.size === 0 ? null : t('privacy.officer-note', { kinds: [...kinds].join(', ') });
}

/** What the boxes of the form say; undefined for a value that no form of ours sends. */
export function readTextOf(value: string): ReadText | undefined {
  const [, number, revision] = /^([0-9A-Z-]{4,40}):(\d{1,6})$/.exec(value) ?? [];
  return number === undefined ? undefined : { number, revision: Number(revision) };
}
