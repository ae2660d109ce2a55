import type { ClockLine } from '#lib/reports';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { type TermInWords, termInWords } from './term-in-words.js';

/** A procedure with its terms, as a row of a table. */
export interface ClockRow {
  readonly href: string;
  readonly title: string;
  readonly titleLanguage: string;
  readonly developer: string;
  readonly developerHref: string;
  readonly developerLanguage: string;
  readonly remarks: string;
  readonly terms: readonly TermInWords[];
}

export function clockRow(line: ClockLine, visit: PageVisit): ClockRow {
  const title = inLanguage(line.title, visit.language);
  const developer = inLanguage(line.developer, visit.language);
  return {
    href: visit.to(`discussions/${line.discussionId}`),
    title: title.text,
    titleLanguage: title.language,
    developer: developer.text,
    developerHref: visit.to(`bodies/${encodeURIComponent(line.developerCode)}`),
    developerLanguage: developer.language,
    remarks: visit.t('remarks.count', { count: line.remarks }),
    terms: line.terms.map((term) => termInWords(term, visit)),
  };
}
