import type { CellValue, Sheet } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import type { ReportChange, ReportHead, Wording } from '../../domain/report-data.js';
import { behind, kinds } from '../changes-table.js';

/** REQ-52, REQ-76: both wordings side by side, and what stands behind the change. */
export function changesSheet({ changes }: ReportHead, language: Language): Sheet {
  const t = translator(language);
  return {
    name: t('report.sheet-changes'),
    columns: [
      { heading: t('report.change-clause'), width: 14, type: 'text' },
      { heading: t('report.change-what'), width: 20, type: 'text' },
      { heading: t('report.change-before'), width: 60, type: 'text', isWrapped: true },
      { heading: t('report.change-after'), width: 60, type: 'text', isWrapped: true },
      { heading: t('report.change-behind'), width: 50, type: 'text', isWrapped: true },
    ],
    rows: changes.map((change) => lineOf(change, language)),
  };
}

const lineOf = (change: ReportChange, language: Language): CellValue[] => [
  change.clause.label,
  translator(language)(kinds[change.change]),
  inLanguage(change.before, language),
  inLanguage(change.after, language),
  behind(change, language),
];

/** Where the draft has no English, Kazakh and Russian. */
const inLanguage = (wording: Wording | null, language: Language): string | null =>
  wording && (wording[language] ?? `${wording.kk}\n${wording.ru}`);
