import type { CsvTable, CsvValue } from '#lib/documents';
import type { AnsweredRemark, ReportPoint } from '../domain/report-data.js';
import type { PrintedReport } from './printed-report.js';

const header = [
  'row',
  'number',
  'kind',
  'state',
  'received_at',
  'about',
  'text',
  'proposed_wording',
  'group',
  'group_size',
  'point',
  'passages',
  'outcome',
  'reason_code',
  'ground_kk',
  'ground_ru',
  'changed_clauses',
  'no_change_kk',
  'no_change_ru',
  'decided_at',
  'hidden_ground',
] as const;

/**
 * One line a point of every remark on time, also of each member of a group (REQ-63), so that what was taken into account can be
 * counted in a spreadsheet (REQ-67). A withdrawn or hidden remark has one line without words.
 */
export const reportCsv = (report: PrintedReport): CsvTable => ({ header, rows: lines(report), byteOrderMark: true });

async function* lines(report: PrintedReport): AsyncGenerator<readonly CsvValue[]> {
  for await (const answered of report.answered()) {
    const points = answered.row?.points ?? [null];
    for (const point of points) yield lineOf(answered, point);
  }
}

function lineOf({ remark, row }: AnsweredRemark, point: ReportPoint | null): readonly CsvValue[] {
  const said = remark.own ?? row;
  // Passages are of the remark that stands for the group; a member's own words may differ.
  const passages = remark.own ? [] : (point?.passages ?? []);
  const { decision = null } = point ?? {};
  return [
    remark.row,
    remark.number,
    remark.kind,
    remark.state,
    remark.receivedAt,
    said?.about.map(({ label }) => label).join('; ') || null,
    said?.text ?? null,
    said?.proposedWording ?? null,
    row?.group?.no ?? null,
    row?.group?.size ?? null,
    point?.position ?? null,
    passages.map(({ quote }) => quote).join(' … ') || null,
    decision?.outcome ?? null,
    decision?.reasonCode ?? null,
    decision?.ground.kk ?? null,
    decision?.ground.ru ?? null,
    decision?.changedClauses.map(({ label }) => label).join('; ') || null,
    decision?.noChange?.kk ?? null,
    decision?.noChange?.ru ?? null,
    decision?.decidedAt ?? null,
    remark.hiddenGround,
  ];
}
