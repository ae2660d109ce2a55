import type { Block } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { formatNumber, type MessageKey, translator } from '#lib/localisation';
import type { KindCounts, ReportCounts } from '../domain/report-counts.js';

/** The lines of A2.S, remarks and proposals apart (REQ-64). */
export const statisticsLines = (counts: ReportCounts): readonly (readonly [MessageKey, KindCounts])[] => [
  ['report.count-received', counts.received],
  ['report.count-undecided', counts.undecided],
  ['report.count-withdrawn', counts.withdrawn],
  ['report.count-hidden', counts.hidden],
  ['report.count-considered', counts.points.decided],
  ['report.count-taken', counts.points.takenIntoAccount],
  ['report.count-not-taken', counts.points.notTakenIntoAccount],
  ['report.count-questions', counts.points.questions],
];

/** A2.S: remarks and proposals apart (REQ-64); withdrawn and hidden ones as numbers. */
export function statisticsTable(counts: ReportCounts, language: Language): Block {
  const t = translator(language);
  const lines = statisticsLines(counts);
  const number = (value: number) => formatNumber(value, language);
  return {
    kind: 'table',
    title: t('report.counts-title'),
    columns: [
      { heading: t('report.count-what'), width: 49 },
      { heading: t('report.count-remarks'), width: 17 },
      { heading: t('report.count-proposals'), width: 17 },
      { heading: t('report.count-total'), width: 17 },
    ],
    size: lines.length,
    rows: lines.map(([key, { remarks, proposals, total }]) => [
      t(key),
      number(remarks),
      number(proposals),
      number(total),
    ]),
  };
}

/** The reconciliation in one sentence: received = decided + withdrawn + hidden. */
export const sums = ({ received, decided, withdrawn, hidden }: ReportCounts, language: Language): string =>
  translator(language)('report.sums', {
    received: received.total,
    decided: decided.total,
    withdrawn: withdrawn.total,
    hidden: hidden.total,
  });
