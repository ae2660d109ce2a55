import type { CsvTable, CsvValue } from '#lib/documents';
import type { ReportData } from '../domain/report-data.js';

const header = [
  'ordinal',
  'number',
  'kind',
  'received_at',
  'about',
  'text',
  'proposed_wording',
  'point',
  'outcome',
  'reason_code',
  'ground_kk',
  'ground_ru',
  'changed_clauses',
  'no_change_kk',
  'no_change_ru',
  'decided_at',
] as const;

/** One line a point, so that the points taken into account can be counted in a spreadsheet (REQ-67). */
export const reportCsv = (data: ReportData): CsvTable => ({ header, rows: lines(data), byteOrderMark: true });

function* lines({ rows }: ReportData): Generator<readonly CsvValue[]> {
  for (const row of rows) {
    const about = row.about.map(({ label }) => label).join('; ');
    for (const { position, decision } of row.points) {
      yield [
        row.ordinal,
        row.number,
        row.kind,
        row.receivedAt,
        about,
        row.text,
        row.proposedWording,
        position,
        decision?.outcome ?? null,
        decision?.reasonCode ?? null,
        decision?.ground.kk ?? null,
        decision?.ground.ru ?? null,
        decision ? decision.changedClauses.map(({ label }) => label).join('; ') || null : null,
        decision?.noChange?.kk ?? null,
        decision?.noChange?.ru ?? null,
        decision?.decidedAt ?? null,
      ];
    }
  }
}
