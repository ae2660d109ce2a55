import type { ReportWarnings } from '#lib/reports';
import type { PageVisit } from '../../../pages-kit/visit.js';

export interface WarningLine {
  readonly text: string;
  /** A ground in the words of the body; null when the warning is about none. */
  readonly quote: string | null;
}

/** What is signed all the same stands in the report: a signer reads each line before (REQ-53, REQ-76). */
export function warningLines(
  { stockAnswers, stockPhrases, substantiveChanges }: ReportWarnings,
  { t, language }: PageVisit,
): WarningLine[] {
  return [
    ...stockAnswers.map(({ ground, remarks }) => ({
      text: t('closing.stock-answer', { count: remarks }),
      quote: language === 'kk' ? ground.kk : ground.ru,
    })),
    ...(stockPhrases > 0 ? [{ text: t('closing.stock-phrases', { count: stockPhrases }), quote: null }] : []),
    ...(substantiveChanges > 0 ? [{ text: t('closing.substantive', { count: substantiveChanges }), quote: null }] : []),
  ];
}
