import type { CellValue, Sheet } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { officialLabels, translator } from '#lib/localisation';
import { draftName, otherInformation, periodText, revisedDraftText } from '../form-lines.js';
import type { PrintedReport } from '../printed-report.js';
import { sums } from '../statistics-table.js';

/** A2.0-A2.3, and by what the workbook can be checked (REQ-67). */
export function aboutSheet({ head, hash, version }: PrintedReport, language: Language): Sheet {
  const t = translator(language);
  const labels = officialLabels(language);
  const lines: CellValue[][] = [
    [labels.draftName, draftName(head, language)],
    [labels.revisedDraft, revisedDraftText(head, language)],
    [labels.period, periodText(head, language)],
    [labels.otherInformation, otherInformation(head, language)],
    ...(head.counts.undecided.total === 0 ? [[t('report.sums-title'), sums(head.counts, language)]] : []),
    [t('report.version-alone'), String(version)],
    [t('report.profile-alone'), head.profile.id],
    [t('report.schema-alone'), head.schema],
    [t('report.hash-alone'), hash],
  ];
  return {
    name: t('report.sheet-about'),
    hasFilter: false,
    columns: [
      { heading: labels.form, width: 40, type: 'text', isWrapped: true },
      { heading: t('report.title'), width: 100, type: 'text', isWrapped: true },
    ],
    rows: lines,
  };
}
