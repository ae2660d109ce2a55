import type { CellValue, Sheet } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import type { ReportHead } from '../../domain/report-data.js';
import { type CountedName, hiddenLines, reasonLines } from '../reasons-table.js';
import { statisticsLines } from '../statistics-table.js';

/** A2.S and what is told besides, as numbers; where remarks and proposals are not told apart, the total alone. */
export function statisticsSheet(head: ReportHead, language: Language): Sheet {
  const t = translator(language);
  return {
    name: t('report.sheet-statistics'),
    hasFilter: false,
    columns: [
      { heading: t('report.count-what'), width: 60, type: 'text', isWrapped: true },
      { heading: t('report.count-remarks'), width: 14, type: 'number' },
      { heading: t('report.count-proposals'), width: 14, type: 'number' },
      { heading: t('report.count-total'), width: 14, type: 'number' },
    ],
    rows: [...lines(head, language)],
  };
}

function* lines(head: ReportHead, language: Language): Generator<CellValue[]> {
  const t = translator(language);
  const { counts } = head;
  for (const [key, { remarks, proposals, total }] of statisticsLines(counts)) yield [t(key), remarks, proposals, total];
  const { partly } = counts;
  yield [t('report.count-partly'), partly.remarks, partly.proposals, partly.total];
  const inAll = (name: string, total: number): CellValue[] => [name, null, null, total];
  yield inAll(t('report.count-late-alone'), counts.late);
  yield inAll(t('report.count-groups'), counts.groups);
  yield inAll(t('report.count-grouped'), counts.grouped);
  yield* titled(t('report.reasons-title'), reasonLines(head, language));
  yield* titled(t('report.hidden-title'), hiddenLines(head, language));
}

function* titled(title: string, counted: readonly CountedName[]): Generator<CellValue[]> {
  if (counted.length === 0) return;
  yield [null, null, null, null];
  yield [title, null, null, null];
  for (const [name, count] of counted) yield [name, null, null, count];
}
