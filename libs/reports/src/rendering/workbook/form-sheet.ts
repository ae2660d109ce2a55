import { outcomeLabel } from '#lib/consideration';
import type { CellValue, Sheet, Text } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { officialLabels, translator } from '#lib/localisation';
import type { PrintedReport } from '../printed-report.js';
import { tableRow } from '../table-row.js';
import { outcomeName } from './names.js';

/** A2.T1-T4 as on the form, and beside each row what a reader picks rows by. */
export function formSheet(report: PrintedReport, language: Language): Sheet {
  const t = translator(language);
  const [ordinal, remark, brief, grounds] = officialLabels(language).columns;
  return {
    name: t('report.sheet-form'),
    columns: [
      { heading: ordinal, width: 8, type: 'number' },
      { heading: remark, width: 28, type: 'text', isWrapped: true },
      { heading: brief, width: 60, type: 'text', isWrapped: true },
      { heading: grounds, width: 60, type: 'text', isWrapped: true },
      { heading: t('report.column-number'), width: 22, type: 'text' },
      { heading: t('report.column-kind'), width: 14, type: 'text' },
      { heading: t('report.column-received'), width: 20, type: 'instant', zone: report.head.period.zone },
      { heading: t('report.column-outcome'), width: 20, type: 'text' },
      { heading: t('report.column-answered-together'), width: 12, type: 'number' },
    ],
    rows: rows(report, language),
  };
}

async function* rows(report: PrintedReport, language: Language): AsyncGenerator<CellValue[]> {
  const t = translator(language);
  let isEmpty = true;
  for await (const row of report.rows()) {
    isEmpty = false;
    const [, ...texts] = tableRow(row, report.head.profile.id, language);
    yield [
      row.ordinal,
      ...texts.map(plainText),
      row.number,
      t(row.kind === 'REMARK' ? 'report.type-remark' : 'report.type-proposal'),
      row.receivedAt,
      outcomeName(outcomeLabel(row.points.map(({ decision }) => decision?.outcome ?? null)), language),
      row.group?.size ?? 1,
    ];
  }
  // AMB-25: without a single remark the report still says so.
  if (isEmpty) yield [null, t('report.none-received'), null, null, null, null, null, null, null];
}

const plainText = (text: Text): string => (typeof text === 'string' ? text : text.map((run) => run.text).join(''));
