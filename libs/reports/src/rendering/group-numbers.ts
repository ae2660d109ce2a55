import type { Block } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import type { PrintedReport } from './printed-report.js';

/** Numbers in one paragraph: a reader's eye and a word processor both end somewhere. */
const A_PARAGRAPH = 120;

/**
 * Who looks for a number finds the row that answers it (REQ-44, REQ-63): the numbers of every group, in order of arrival. With many
 * groups at once the numbers of one stand in several paragraphs, each under its row.
 */
export async function* groupNumbers(report: PrintedReport, language: Language): AsyncGenerator<Block> {
  if (report.head.counts.groups === 0) return;
  const t = translator(language);
  yield { kind: 'heading', level: 2, text: t('report.numbers-title') };
  yield { kind: 'paragraph', text: t('report.numbers-hint') };
  const gathered = new Map<number, string[]>();
  const paragraph = (row: number, numbers: readonly string[]): Block => ({
    kind: 'paragraph',
    text: [{ text: `${t('report.numbers-of-row', { row: String(row) })} `, bold: true }, { text: numbers.join(', ') }],
  });
  for await (const { remark, row } of report.answered()) {
    if (!row?.group) continue;
    const numbers = gathered.get(row.ordinal) ?? [];
    gathered.set(row.ordinal, numbers);
    numbers.push(remark.number);
    if (numbers.length < A_PARAGRAPH) continue;
    yield paragraph(row.ordinal, numbers);
    gathered.delete(row.ordinal);
  }
  for (const [row, numbers] of [...gathered].toSorted(([a], [b]) => a - b)) yield paragraph(row, numbers);
}
