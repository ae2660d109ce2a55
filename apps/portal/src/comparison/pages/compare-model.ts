import { type ChangeCounts, clauseNames, type ComparedVersions, type DraftComparison } from '#lib/drafting';
import type { Language, Multilingual } from '#lib/kernel';
import type { VisibleVersion } from '#lib/reports';
import { readingLanguage } from '../../pages-kit/reading-language.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { comparedClause, comparedTitle, type Showing } from './compared-clause.js';
import { comparisonChoices } from './compare-form.js';
import type { CompareModel } from './compare.view.js';
import { addressOf, type Comparing, PAGE } from './comparing.js';
import { versionName } from './version-name.js';

export interface ComparisonFacts {
  readonly visit: PageVisit;
  readonly title: Multilingual;
  /** Where the page stands, and where it leads back to. */
  readonly here: string;
  readonly back: CompareModel['back'];
  readonly asked: Comparing;
  readonly versions: readonly VisibleVersion[];
  readonly compared: ComparedVersions;
}

export function compareModel(facts: ComparisonFacts): CompareModel {
  const { visit, here, back, versions, compared } = facts;
  const { comparison } = compared;
  const written = writtenIn(compared);
  const asked = seen(facts, written);
  const title = inLanguage(facts.title, visit.language);
  const showing = showingOf(facts, asked, written);
  const isFirstPage = comparison.passedOver === 0;
  const clauses = [
    ...(isFirstPage && comparison.title.isChanged ? [comparedTitle(comparison.title.wording, showing)] : []),
    ...comparison.clauses.map((clause) => comparedClause(clause, showing)),
  ];
  return {
    back,
    title: title.text,
    titleLanguage: title.language,
    between: visit.t('compare.between', { from: showing.versions.before, to: showing.versions.after }),
    isOnlyVersion: versions.length === 1,
    action: here,
    choices: comparisonChoices(versions, written, asked, visit),
    counts: countLines(comparison.counts, visit),
    nothing: nothingIn(comparison, visit),
    isWhole: comparison.isWhole,
    otherExtentHref: addressOf(here, asked, { text: comparison.isWhole ? 'changes' : 'whole', page: 1 }),
    range: rangeOf(comparison, visit),
    contents: clauses.flatMap(({ id, name, tags }) =>
      tags.length > 0 ? [{ id, text: `${name}: ${tags.map(({ text }) => text).join(', ')}` }] : [],
    ),
    clauses,
    pages: pagesOf(here, asked, comparison),
  };
}

/** What the page shows, whatever the address left open: the language it is read in, the page that was found. */
function seen({ asked, visit, compared: { comparison } }: ComparisonFacts, written: readonly Language[]) {
  const isKnown = asked.language === 'all' || written.some((code) => code === asked.language);
  return {
    ...asked,
    language: asked.language && isKnown ? asked.language : readingLanguage(written, visit.language),
    text: comparison.isWhole ? 'whole' : 'changes',
    page: Math.floor(comparison.passedOver / PAGE) + 1,
  } as const;
}

function showingOf(
  { visit, versions, compared: { from, to } }: ComparisonFacts,
  { language, view }: ReturnType<typeof seen>,
  written: readonly Language[],
): Showing {
  const nameOf = (number: number) => {
    const found = versions.find(({ version }) => version === number);
    return found ? versionName(found, visit.t) : '';
  };
  return {
    t: visit.t,
    languages: language === 'all' ? written : [language],
    isSideBySide: view === 'side',
    versions: { before: nameOf(from.version), after: nameOf(to.version) },
    names: {
      before: clauseNames(from.clauses, visit.language, visit.t),
      after: clauseNames(to.clauses, visit.language, visit.t),
    },
  };
}

const writtenIn = ({ from, to }: ComparedVersions): Language[] =>
  (['kk', 'ru', 'en'] as const).filter((code) =>
    [from, to].some(({ clauses }) => clauses.some(({ text }) => text[code])),
  );

function countLines(counts: ChangeCounts, { t }: PageVisit): string[] {
  const { changed, added, removed, moved, renumbered, unchanged } = counts;
  return [
    t('compare.count-changed', { count: changed }),
    t('compare.count-added', { count: added }),
    t('compare.count-removed', { count: removed }),
    t('compare.count-moved', { count: moved }),
    t('compare.count-renumbered', { count: renumbered }),
    t('compare.count-unchanged', { count: unchanged }),
  ];
}

function nothingIn({ counts, title }: DraftComparison, { t }: PageVisit): string | null {
  const { changed, added, removed, moved, renumbered } = counts;
  if (title.isChanged || changed + added + removed + moved > 0) return null;
  return t(renumbered > 0 ? 'compare.only-numbers' : 'compare.none');
}

function rangeOf({ clauses, total, passedOver }: DraftComparison, { t }: PageVisit): string | null {
  if (clauses.length === total) return null;
  return t('compare.range', { first: passedOver + 1, last: passedOver + clauses.length, total });
}

function pagesOf(here: string, asked: Comparing, comparison: DraftComparison): CompareModel['pages'] {
  const isLast = comparison.passedOver + comparison.clauses.length >= comparison.total;
  return {
    ...(isLast ? {} : { next: addressOf(here, asked, { page: asked.page + 1 }) }),
    ...(asked.page > 1 ? { first: addressOf(here, asked, { page: 1 }) } : {}),
  };
}
