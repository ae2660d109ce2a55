import { remarksAbout } from '#lib/discussion';
import { clauseNames, firstWords, type StoredClause } from '#lib/drafting';
import type { Language } from '#lib/kernel';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { PublicDraft } from '../../public-drafts.js';
import type { ContentsPart, DraftModel } from './draft.view.js';

/** A text of so few parts is shown whole; a longer one by its sections, to be opened. */
const SHORT = 15;
const FIRST_WORDS = 80;

/** Sections with their clauses, each with how many remarks name it. */
export function contentsOf(
  { draft, counts, discussion }: PublicDraft,
  language: Language,
  visit: PageVisit,
): DraftModel['contents'] {
  const names = clauseNames(draft.clauses, visit.language, visit.t);
  const textHref = visit.to(`discussions/${discussion.id}/text`);
  const remarksOn = (parts: readonly StoredClause[]) => {
    const count = remarksAbout(
      counts,
      parts.map(({ lineageId }) => lineageId),
    );
    return count > 0 ? visit.t('remarks.count', { count }) : null;
  };
  const part = (clause: StoredClause, within: readonly StoredClause[]): ContentsPart => {
    const { lineageId, label, text, kind } = clause;
    const words = firstWords(text[language] ?? '', FIRST_WORDS);
    return {
      href: `${textHref}#clause-${lineageId}`,
      name: kind === 'SECTION' ? '' : (names.get(lineageId) ?? ''),
      words: kind === 'SECTION' ? `${label} ${words}`.trim() : words,
      remarks: remarksOn([clause, ...within]),
    };
  };
  return groupsOf(draft.clauses).map(({ heading, clauses }) => ({
    heading: heading && part(heading, clauses),
    clauses: clauses.map((clause) => part(clause, [])),
    isOpen: heading === null || draft.clauses.length <= SHORT,
  }));
}

interface Group {
  readonly heading: StoredClause | null;
  readonly clauses: StoredClause[];
}

function groupsOf(parts: readonly StoredClause[]): Group[] {
  const groups: Group[] = [];
  for (const part of parts) {
    if (part.kind === 'SECTION') groups.push({ heading: part, clauses: [] });
    else if (groups.length === 0) groups.push({ heading: null, clauses: [part] });
    else groups.at(-1)?.clauses.push(part);
  }
  return groups;
}
