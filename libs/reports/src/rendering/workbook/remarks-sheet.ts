import type { CellValue, Sheet, SheetColumn } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { type MessageKey, translator } from '#lib/localisation';
import { profileById } from '#lib/time-limits';
import type { AnsweredRemark, ReportPoint } from '../../domain/report-data.js';
import { groundName } from '../ground-name.js';
import type { PrintedReport } from '../printed-report.js';
import { outcomeName } from './names.js';

const columns: readonly (readonly [MessageKey, number, SheetColumn['type']])[] = [
  ['report.column-row', 8, 'number'],
  ['report.column-number', 22, 'text'],
  ['report.column-kind', 14, 'text'],
  ['report.column-state', 16, 'text'],
  ['report.column-received', 20, 'instant'],
  ['report.column-about', 16, 'text'],
  ['report.column-text', 60, 'text'],
  ['report.column-wording', 40, 'text'],
  ['report.column-group', 9, 'number'],
  ['report.column-point', 9, 'number'],
  ['report.column-passages', 40, 'text'],
  ['report.column-outcome', 20, 'text'],
  ['report.column-reason', 30, 'text'],
  ['report.column-ground-kk', 50, 'text'],
  ['report.column-ground-ru', 50, 'text'],
  ['report.column-changed', 16, 'text'],
  ['report.column-no-change-kk', 40, 'text'],
  ['report.column-no-change-ru', 40, 'text'],
  ['report.column-decided', 20, 'instant'],
  ['report.column-hidden', 20, 'text'],
];

/** One line a point of every remark on time, also of each member of a group; a withdrawn or hidden one has no words (REQ-63). */
export function remarksSheet(report: PrintedReport, language: Language): Sheet {
  const t = translator(language);
  const { zone } = report.head.period;
  return {
    name: t('report.sheet-remarks'),
    columns: columns.map(([key, width, type]) => ({
      heading: t(key),
      width,
      type,
      ...(type === 'instant' ? { zone } : {}),
      isWrapped: width >= 40,
    })),
    rows: lines(report, language),
  };
}

async function* lines(report: PrintedReport, language: Language): AsyncGenerator<CellValue[]> {
  for await (const answered of report.answered()) {
    for (const point of answered.row?.points ?? [null]) yield lineOf(answered, point, report.head.profile.id, language);
  }
}

function lineOf(
  answered: AnsweredRemark,
  point: ReportPoint | null,
  profileId: string,
  language: Language,
): CellValue[] {
  const { remark, row } = answered;
  const t = translator(language);
  return [
    remark.row,
    remark.number,
    t(remark.kind === 'REMARK' ? 'report.type-remark' : 'report.type-proposal'),
    t(`remark.state.${remark.state}`),
    remark.receivedAt,
    ...wordsOf(answered),
    row?.group?.no ?? null,
    point?.position ?? null,
    // Passages are of the remark that stands for the group; a member's own words may differ.
    (!remark.own && point?.passages.map(({ quote }) => quote).join(' … ')) || null,
    ...decisionOf(point, profileId, language),
    remark.hiddenGround && groundName(remark.hiddenGround, language),
  ];
}

function wordsOf({ remark, row }: AnsweredRemark): CellValue[] {
  const said = remark.own ?? row;
  const about = said?.about.map(({ label }) => label).join('; ') ?? '';
  return [about || null, said?.text ?? null, said?.proposedWording ?? null];
}

function decisionOf(point: ReportPoint | null, profileId: string, language: Language): CellValue[] {
  if (!point) return [null, null, null, null, null, null, null, null];
  const { decision } = point;
  if (!decision) return [outcomeName('UNDECIDED', language), null, null, null, null, null, null, null];
  const { reasons } = profileById(profileId).decisions;
  return [
    outcomeName(decision.outcome, language),
    reasons.find(({ code }) => code === decision.reasonCode)?.title[language] ?? decision.reasonCode,
    decision.ground.kk,
    decision.ground.ru,
    decision.changedClauses.map(({ label }) => label).join('; ') || null,
    decision.noChange?.kk ?? null,
    decision.noChange?.ru ?? null,
    decision.decidedAt,
  ];
}
