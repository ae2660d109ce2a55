import type { AnswersInView } from '#lib/consideration';
import { figuresOf } from '../../../pages-kit/figures.js';
import { row, type SummaryRow } from '../../../pages-kit/summary-row.js';
import type { PageVisit } from '../../../pages-kit/visit.js';

/** Who is affected by one answer to many, before it is given (REQ-44). */
export function previewRows(seen: AnswersInView, visit: PageVisit): SummaryRow[] {
  const { t } = visit;
  const { number } = figuresOf(visit);
  const { remarks, proposals, texts, decided, told } = seen;
  return [
    row(t('answers.affected'), t('answers.affected-count', { remarks, proposals })),
    row(t('answers.texts'), number(texts)),
    row(t('answers.decided'), number(decided)),
    row(t('answers.told'), number(told)),
  ];
}
