import type { DiscussionSummary, FoundDiscussion } from '#lib/discussion';
import { bareLabel, firstWords } from '#lib/drafting';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { closeText, standingOf, standingTag } from './standing.js';
import { timeLeft } from './time-left.js';

/** A discussion in a list. */
export interface DiscussionCard {
  readonly href: string;
  readonly title: string;
  readonly titleLanguage: string;
  readonly developer: string;
  readonly developerLanguage: string;
  readonly remarks: string;
  readonly close: string;
  readonly left: string | null;
  readonly tag: { readonly text: string; readonly classes: string };
  readonly found: {
    readonly href: string;
    readonly name: string;
    readonly words: string;
    readonly language: string;
  } | null;
}

const FOUND_WORDS = 180;

export function discussionCard(summary: DiscussionSummary | FoundDiscussion, visit: PageVisit): DiscussionCard {
  const title = inLanguage(summary.title, visit.language);
  const developer = inLanguage(summary.developer, visit.language);
  const isOpen = standingOf(summary) === 'open';
  return {
    href: visit.to(`discussions/${summary.id}`),
    title: title.text,
    titleLanguage: title.language,
    developer: developer.text,
    developerLanguage: developer.language,
    remarks: visit.t('remarks.count', { count: summary.remarks }),
    close: closeText(summary, visit),
    left: isOpen ? timeLeft(summary, visit) : null,
    tag: standingTag(summary, visit),
    found: 'found' in summary && summary.found ? foundIn(summary.id, summary.found, visit) : null,
  };
}

function foundIn(
  id: string,
  { lineageId, kind, label, text }: NonNullable<FoundDiscussion['found']>,
  visit: PageVisit,
): DiscussionCard['found'] {
  const words = inLanguage(text, visit.language);
  const bare = bareLabel(label);
  const name = bare ? visit.t(kind === 'SECTION' ? 'draft.section' : 'draft.clause', { label: bare }) : '';
  return {
    href: visit.to(`discussions/${id}/clauses/${lineageId}`),
    name: name || visit.t('draft.text'),
    words: firstWords(words.text, FOUND_WORDS),
    language: words.language,
  };
}
