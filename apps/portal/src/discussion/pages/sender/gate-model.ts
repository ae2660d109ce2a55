import type { DiscussionDetails } from '#lib/discussion';
import { isId, type Language } from '#lib/kernel';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { closeText } from '../standing.js';

/** What every page before the form says of the discussion. */
export interface GateModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: Language;
  readonly close: string;
}

export function gateModel(visit: PageVisit, discussion: DiscussionDetails): GateModel {
  const title = inLanguage(discussion.title, visit.language);
  return {
    back: { href: visit.to(`discussions/${discussion.id}`), text: visit.t('nav.back') },
    title: title.text,
    titleLanguage: title.language,
    close: closeText(discussion, visit),
  };
}

/** The query that opens the form at a clause; none for what is no id. */
export const atClause = (clauseId: unknown): string =>
  typeof clauseId === 'string' && isId(clauseId) ? `?clause=${clauseId}` : '';
