import type { Block, Document, Row } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { formatLegalDay, officialLabels, translator } from '#lib/localisation';
import { draftName, otherInformation, periodText, revisedDraftText } from './form-lines.js';
import type { PrintedReport } from './printed-report.js';
import { statisticsTable, sums } from './statistics-table.js';
import { tableRow } from './table-row.js';

/** Appendix 2 (A2.0-A2.S): the words of the form in their order, then the hash of the data it was made from (REQ-67). */
export function reportDocument(report: PrintedReport, language: Language): Document {
  const { data, hash, version } = report;
  const t = translator(language);
  const labels = officialLabels(language);
  const caption = (text: string): Block => ({ kind: 'paragraph', text, style: 'caption', align: 'center' });
  const plain = (text: string): Block => ({ kind: 'paragraph', text });
  const blocks: Block[] = [
    { kind: 'paragraph', text: `${t('official.A2.appendix')}\n${labels.form}`, align: 'end' },
    { kind: 'heading', level: 1, text: labels.title, align: 'center' },
    { kind: 'paragraph', text: [{ text: draftName(data, language), bold: true }], align: 'center' },
    caption(labels.draftName),
    plain(`1. ${revisedDraftText(data, language)}`),
    caption(labels.revisedDraft),
    plain(`2. ${periodText(data, language)}`),
    caption(labels.period),
    plain(`3. ${otherInformation(data, language)}`),
    caption(labels.otherInformation),
    remarksTable(report, language),
    { kind: 'paragraph', text: [{ text: labels.additionalInformation, bold: true }] },
    plain(labels.statistics),
    statisticsTable(data.counts, language),
    // With a point undecided the sum is not yet true; such a report cannot be signed.
    ...(data.counts.undecided.total === 0 ? [plain(sums(data.counts, language))] : []),
    plain(
      t('report.version', {
        version: String(version),
        first: formatLegalDay(data.period.firstDay, language),
        last: formatLegalDay(data.period.lastDay, language),
      }),
    ),
    plain(t('report.data-hash', { hash })),
  ];
  const title = t('report.title');
  return { language, title, madeAt: data.period.closeAt, footer: t('report.footer', { title, hash }), blocks };
}

function remarksTable({ data }: PrintedReport, language: Language): Block {
  const [ordinal, remark, brief, grounds] = officialLabels(language).columns;
  return {
    kind: 'table',
    title: translator(language)('report.title'),
    columns: [
      { heading: ordinal, width: 7 },
      { heading: remark, width: 23 },
      { heading: brief, width: 35 },
      { heading: grounds, width: 35 },
    ],
    rows: rows(data, language),
  };
}

function* rows(data: PrintedReport['data'], language: Language): Generator<Row> {
  // AMB-25: without a single remark the report still says so.
  if (data.rows.length === 0) yield ['–', translator(language)('report.none-received'), '–', '–'];
  for (const row of data.rows) yield tableRow(row, data.profile.id, language);
}
