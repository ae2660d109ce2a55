import type { Block, Document, Row } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { formatLegalDay, officialLabels, translator } from '#lib/localisation';
import { changesTable } from './changes-table.js';
import { draftName, otherInformation, periodText, revisedDraftText } from './form-lines.js';
import { groupNumbers } from './group-numbers.js';
import type { PrintedReport } from './printed-report.js';
import { reasonsTable } from './reasons-table.js';
import { statisticsTable, sums } from './statistics-table.js';
import { tableRow } from './table-row.js';

/**
 * Appendix 2 (A2.0-A2.S): the words of the form in their order; then what the law does not ask for and a reader needs: the changes of
 * the draft, the numbers answered together, and the hash of the data it was made from (REQ-67).
 */
export function reportDocument(report: PrintedReport, language: Language): Document {
  const { head, hash } = report;
  const t = translator(language);
  const title = t('report.title');
  const footer = t('report.footer', { title, hash });
  return { language, title, madeAt: head.period.closeAt, footer, blocks: blocks(report, language) };
}

async function* blocks(report: PrintedReport, language: Language): AsyncGenerator<Block> {
  const { head, hash, version } = report;
  const t = translator(language);
  const labels = officialLabels(language);
  yield* form(report, language);
  yield { kind: 'paragraph', text: [{ text: labels.additionalInformation, bold: true }] };
  yield plain(labels.statistics);
  yield statisticsTable(head.counts, language);
  // With a point undecided the sum is not yet true; such a report cannot be signed.
  if (head.counts.undecided.total === 0) yield plain(sums(head.counts, language));
  yield* reasonsTable(head, language);
  yield* changesTable(head, language);
  yield* groupNumbers(report, language);
  const { firstDay, lastDay } = head.period;
  const [first, last] = [formatLegalDay(firstDay, language), formatLegalDay(lastDay, language)];
  yield plain(t('report.version', { version: String(version), first, last }));
  yield plain(t('report.profile', { profile: head.profile.id, schema: head.schema }));
  yield plain(t('report.data-hash', { hash }));
}

/** A2.0-A2.T: name, the three lines and the table. */
function* form(report: PrintedReport, language: Language): Generator<Block> {
  const { head } = report;
  const labels = officialLabels(language);
  const caption = (text: string): Block => ({ kind: 'paragraph', text, style: 'caption', align: 'center' });
  yield { kind: 'paragraph', text: `${translator(language)('official.A2.appendix')}\n${labels.form}`, align: 'end' };
  yield { kind: 'heading', level: 1, text: labels.title, align: 'center' };
  yield { kind: 'paragraph', text: [{ text: draftName(head, language), bold: true }], align: 'center' };
  yield caption(labels.draftName);
  yield plain(`1. ${revisedDraftText(head, language)}`);
  yield caption(labels.revisedDraft);
  yield plain(`2. ${periodText(head, language)}`);
  yield caption(labels.period);
  yield plain(`3. ${otherInformation(head, language)}`);
  yield caption(labels.otherInformation);
  yield remarksTable(report, language);
}

const plain = (text: string): Block => ({ kind: 'paragraph', text });

function remarksTable(report: PrintedReport, language: Language): Block {
  const [ordinal, remark, brief, grounds] = officialLabels(language).columns;
  const { decided, undecided, grouped, groups } = countsOf(report);
  return {
    kind: 'table',
    title: translator(language)('report.title'),
    size: Math.max(1, decided + undecided - grouped + groups),
    columns: [
      { heading: ordinal, width: 7 },
      { heading: remark, width: 23 },
      { heading: brief, width: 35 },
      { heading: grounds, width: 35 },
    ],
    rows: rows(report, language),
  };
}

function countsOf({ head: { counts } }: PrintedReport) {
  const { decided, undecided, grouped, groups } = counts;
  return { decided: decided.total, undecided: undecided.total, grouped, groups };
}

async function* rows(report: PrintedReport, language: Language): AsyncGenerator<Row> {
  const { head } = report;
  // AMB-25: without a single remark the report still says so.
  if (head.counts.decided.total + head.counts.undecided.total === 0) {
    yield ['–', translator(language)('report.none-received'), '–', '–'];
  }
  for await (const row of report.rows()) yield tableRow(row, head.profile.id, language);
}
