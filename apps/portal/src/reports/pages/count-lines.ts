import type { KindCounts, ReportCounts } from '#lib/reports';
import { figuresOf } from '../../pages-kit/figures.js';
import type { PageVisit } from '../../pages-kit/visit.js';

/** A2.S and what A2.3 tells, remarks and proposals apart, and the sum that they make. */
export function countLines(counts: ReportCounts, visit: PageVisit) {
  const { t } = visit;
  const { number } = figuresOf(visit);
  const line = (name: string, { remarks, proposals, total }: KindCounts) => ({
    name,
    cells: [remarks, proposals, total].map(number),
  });
  const { received, decided, withdrawn, hidden } = counts;
  return {
    counts: [
      line(t('report.count-received'), received),
      line(t('report.count-considered'), counts.points.decided),
      line(t('report.count-taken'), counts.points.takenIntoAccount),
      line(t('report.count-not-taken'), counts.points.notTakenIntoAccount),
      line(t('report.count-partly'), counts.partly),
      line(t('report.count-withdrawn'), withdrawn),
      line(t('report.count-hidden'), hidden),
    ],
    sums: t('report.sums', {
      received: received.total,
      decided: decided.total,
      withdrawn: withdrawn.total,
      hidden: hidden.total,
    }),
  };
}
