import type { ReportHead } from '#lib/reports';
import { wholePercents } from '../../../charts/widths.js';
import { figuresOf } from '../../../pages-kit/figures.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { PartFigures } from './part-figures.js';

export interface SummaryLine {
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** The whole report in three short lists. */
export interface SummaryWords {
  readonly asked: readonly SummaryLine[];
  readonly said: readonly SummaryLine[];
  readonly did: readonly SummaryLine[];
}

const MOST_SPOKEN = 3;
const plain = (text: string): SummaryLine => ({ text, links: [] });

export function summaryWords(
  head: ReportHead,
  parts: readonly PartFigures[],
  hrefOf: (clause: string) => string,
  visit: PageVisit,
): SummaryWords {
  return { asked: asked(head, visit), said: said(head, parts, hrefOf, visit), did: did(head, visit) };
}

function asked({ draft, period, placements }: ReportHead, visit: PageVisit): SummaryLine[] {
  const { t, language } = visit;
  const { kk, ru, en } = draft.developer;
  return [
    plain(t('results.asked-by', { developer: inLanguage(en ? { kk, ru, en } : { kk, ru }, language).text })),
    plain(t('report.period', { first: visit.day(period.firstDay), close: visit.until(period.closeAt, period.zone) })),
    plain(t('results.asked-where', { count: new Set(placements.map(({ channel }) => channel)).size })),
  ];
}

function said(
  { counts }: ReportHead,
  parts: readonly PartFigures[],
  hrefOf: (clause: string) => string,
  visit: PageVisit,
): SummaryLine[] {
  const { t } = visit;
  const { individuals, legalEntities, groups } = counts.senders;
  const { number } = figuresOf(visit);
  const most = parts
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
    .slice(0, MOST_SPOKEN);
  if (counts.received.total === 0) return [plain(t('report.none-received')), plain(lateLine(counts.late, visit))];
  return [
    plain(t('results.said-remarks', { count: counts.received.remarks })),
    plain(t('results.said-proposals', { count: counts.received.proposals })),
    plain(t('report.count-senders', { individuals: individuals + groups, entities: legalEntities })),
    ...(most.length > 0
      ? [
          {
            text: t('results.said-most'),
            links: most.map(({ id, name, total }) => ({ text: `${name} (${number(total)})`, href: hrefOf(id) })),
          },
        ]
      : []),
    plain(lateLine(counts.late, visit)),
  ];
}

export const lateLine = (count: number, { t }: PageVisit): string => t('report.count-late', { count });

function did({ counts: { points, partly }, changes, draft }: ReportHead, visit: PageVisit): SummaryLine[] {
  const { t } = visit;
  const { percent } = figuresOf(visit);
  const [taken, not] = [points.takenIntoAccount.total, points.notTakenIntoAccount.total];
  const [takenShare = 0, notShare = 0] = wholePercents([taken, not]);
  const own = changes.filter(({ ownInitiative }) => ownInitiative !== null).length;
  return [
    ...(points.decided.total > 0
      ? [
          plain(t('results.did-taken', { count: taken, share: percent(takenShare) })),
          plain(t('results.did-not-taken', { count: not, share: percent(notShare) })),
        ]
      : []),
    ...(partly.total > 0 ? [plain(t('report.partly-count', { count: partly.total }))] : []),
    plain(draft.isChanged ? t('results.did-change', { count: changes.length }) : t('results.draft-unchanged')),
    ...(own > 0 ? [plain(t('results.did-own', { count: own }))] : []),
  ];
}
