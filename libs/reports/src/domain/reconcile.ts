import { isDecided, isPartly } from './count-remarks.js';
import type { KindCounts, ReportCounts } from './report-counts.js';
import type { ReportData, ReportRow } from './report-data.js';

/** Two figures that must be equal and are not. */
export interface SumFault {
  readonly sum: string;
  readonly stated: number;
  readonly counted: number;
}

/**
 * Whether the report's figures agree with each other and with its rows, from its data alone (REQ-64, I3-I5): received =
 * decided + undecided + withdrawn + hidden; points decided = taken into account + not; every row once and on time.
 */
export function reconcile({ counts, rows, period }: ReportData): readonly SumFault[] {
  const faults = [...sumsOf(counts), ...recount(counts, rows)].filter(({ stated, counted }) => stated !== counted);
  const isOnTime = ({ receivedAt }: ReportRow) => period.openAt <= receivedAt && receivedAt < period.closeAt;
  const checks: SumFault[] = [
    { sum: 'rows on time', stated: rows.length, counted: rows.filter(isOnTime).length },
    { sum: 'rows by number', stated: rows.length, counted: new Set(rows.map(({ number }) => number)).size },
    { sum: 'rows in order', stated: rows.length, counted: rows.filter(({ ordinal }, i) => ordinal === i + 1).length },
  ];
  return [...faults, ...checks.filter(({ stated, counted }) => stated !== counted)];
}

const kinds = ['remarks', 'proposals', 'total'] as const;

function sumsOf(counts: ReportCounts): SumFault[] {
  const { received, decided, undecided, withdrawn, hidden, points, partly, senders } = counts;
  const sums = kinds.flatMap((kind) => [
    {
      sum: `received (${kind})`,
      stated: received[kind],
      counted: decided[kind] + undecided[kind] + withdrawn[kind] + hidden[kind],
    },
    {
      sum: `points decided (${kind})`,
      stated: points.decided[kind],
      counted: points.takenIntoAccount[kind] + points.notTakenIntoAccount[kind],
    },
  ]);
  const totals = [received, decided, undecided, withdrawn, hidden, partly, ...Object.values(points)];
  return [
    ...sums,
    ...totals.map((each) => ({ sum: 'total of kinds', stated: each.total, counted: each.remarks + each.proposals })),
    {
      sum: 'senders',
      stated: received.total,
      counted: senders.individuals + senders.legalEntities + senders.groups,
    },
  ];
}

/** The figures that follow from the rows, counted again from the rows of the data. */
function recount(counts: ReportCounts, rows: readonly ReportRow[]): SumFault[] {
  const compare = (sum: string, stated: KindCounts, weigh: (row: ReportRow) => number): SumFault[] => {
    const of = (kind: ReportRow['kind']) =>
      rows.reduce((total, row) => (row.kind === kind ? total + weigh(row) : total), 0);
    return [
      { sum: `${sum} (remarks) in the rows`, stated: stated.remarks, counted: of('REMARK') },
      { sum: `${sum} (proposals) in the rows`, stated: stated.proposals, counted: of('PROPOSAL') },
    ];
  };
  const outcomes = (row: ReportRow, wanted: string) =>
    row.points.filter(({ decision }) => decision?.outcome === wanted).length;
  return [
    ...compare('decided', counts.decided, (row) => Number(isDecided(row))),
    ...compare('undecided', counts.undecided, (row) => Number(!isDecided(row))),
    ...compare('partly', counts.partly, (row) => Number(isPartly(row))),
    ...compare('taken into account', counts.points.takenIntoAccount, (row) => outcomes(row, 'TAKEN_INTO_ACCOUNT')),
    ...compare('not taken into account', counts.points.notTakenIntoAccount, (row) =>
      outcomes(row, 'NOT_TAKEN_INTO_ACCOUNT'),
    ),
    ...compare(
      'questions',
      counts.points.questions,
      (row) => row.points.filter(({ decision }) => decision?.reasonCode === 'QUESTION').length,
    ),
  ];
}
