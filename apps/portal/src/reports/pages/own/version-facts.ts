import type { ReportView } from '#lib/reports';
import { codeRow, row, type SummaryRow } from '../../../pages-kit/summary-row.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { stateWord } from './version-words.js';

/** Which version of the report it is, how far it is, and its history. */
export function versionFacts(report: ReportView, zone: string, visit: PageVisit): SummaryRow[] {
  const { t } = visit;
  return [
    row(t('own.state'), stateWord(report.state, visit)),
    row(t('draft.report'), t('draft.version', { number: report.version })),
    ...versionHistory(report, zone, visit),
  ];
}

/** When a version was made, signed and published, and the hash of its data. */
export function versionHistory(report: ReportView, zone: string, visit: PageVisit): SummaryRow[] {
  const { t } = visit;
  const { assembledAt, signedAt, publishedAt } = report;
  return [
    row(t('report.assembled-at'), visit.when(assembledAt, zone)),
    ...(signedAt ? [row(t('report.signed-at'), visit.when(signedAt, zone))] : []),
    ...(publishedAt ? [row(t('report.published-at'), visit.when(publishedAt, zone))] : []),
    codeRow(t('results.data-hash'), report.dataSha256),
  ];
}
