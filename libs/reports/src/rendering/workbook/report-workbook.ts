import type { Sheet, Workbook } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import type { PrintedReport } from '../printed-report.js';
import { aboutSheet } from './about-sheet.js';
import { changesSheet } from './changes-sheet.js';
import { formSheet } from './form-sheet.js';
import { remarksSheet } from './remarks-sheet.js';
import { statisticsSheet } from './statistics-sheet.js';

/**
 * The report for those who count (REQ-67): the table of Appendix 2, every remark on time point by point, the statistics, the changes
 * of the draft, and what the whole is about. Numbers are numbers and instants are dates.
 */
export function reportWorkbook(report: PrintedReport, language: Language): Workbook {
  const sheets: Sheet[] = [
    formSheet(report, language),
    remarksSheet(report, language),
    statisticsSheet(report.head, language),
    changesSheet(report.head, language),
    aboutSheet(report, language),
  ];
  return { language, title: translator(language)('report.title'), madeAt: report.head.period.closeAt, sheets };
}
