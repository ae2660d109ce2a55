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
  for await (const { number, row } of report.grouped()) {
    const numbers = gathered.get(row) ?? [];
    gathered.set(row, numbers);
    numbers.push(number);
    if (numbers.length < A_PARAGRAPH) continue;
    yield paragraph(row, numbers);
    gathered.delete(row);
  }
  for (const [row, numbers] of [...gathered].toSorted(([a], [b]) => a - b)) yield paragraph(row, numbers);
}
