import type { Block } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { formatNumber, translator } from '#lib/localisation';
import { profileById } from '#lib/time-limits';
import type { ReportHead } from '../domain/report-data.js';
import { groundName } from './ground-name.js';

export type CountedName = readonly [name: string, count: number];

/** REQ-53, REQ-54: how many points were decided for which reason, and how many remarks were hidden on which ground. */
export function* reasonsTable(head: ReportHead, language: Language): Generator<Block> {
  const t = translator(language);
  yield* table(t('report.reasons-title'), t('report.reason-column'), reasonLines(head, language), language);
  yield* table(t('report.hidden-title'), t('report.ground-column'), hiddenLines(head, language), language);
}

export function reasonLines({ counts, profile }: ReportHead, language: Language): CountedName[] {
  const { reasons } = profileById(profile.id).decisions;
  return named(
    counts.points.byReason,
    (code) => reasons.find((reason) => reason.code === code)?.title[language] ?? code,
  );
}

export const hiddenLines = ({ counts }: ReportHead, language: Language): CountedName[] =>
  named(counts.hiddenBy, (code) => groundName(code, language));

const named = (counts: Readonly<Record<string, number>>, nameOf: (code: string) => string): CountedName[] =>
  Object.entries(counts).map(([code, count]) => [nameOf(code), count]);

function* table(title: string, column: string, lines: readonly CountedName[], language: Language): Generator<Block> {
  if (lines.length === 0) return;
  yield { kind: 'paragraph', text: [{ text: title, bold: true }] };
  yield {
    kind: 'table',
    title,
    size: lines.length,
    columns: [
      { heading: column, width: 83 },
      { heading: translator(language)('report.count-total'), width: 17 },
    ],
    rows: lines.map(([name, count]) => [name, formatNumber(count, language)]),
  };
}
