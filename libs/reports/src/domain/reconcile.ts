import { pointsInAll, remarksInAll } from './equations.js';
import { isDecided, isPartly } from './outcomes-of-points.js';
import { kindCounts, type KindCounts, type ReportCounts } from './report-counts.js';
import type { ReportHead, ReportRemark, ReportRow } from './report-data.js';
import { KindTally, PointTally } from './tally.js';

/** Two figures that must be equal and are not. */
export interface SumFault {
  readonly sum: string;
  readonly stated: number;
  readonly counted: number;
  /** Public number of the remark it is about, when there is one. */
  readonly number?: string;
}

const kinds = ['remarks', 'proposals', 'total'] as const;
const LISTED = 100;

/**
 * Whether a report's figures agree with each other and with its rows and remarks, from its data alone and as they pass (REQ-64,
 * I3-I5): received = decided + undecided + withdrawn + hidden; points decided = taken into account + not; every remark once, on
 * time, and every standing one in a row that is there.
 */
export class Reconciliation {
  private readonly received = { RECEIVED: new KindTally(), WITHDRAWN: new KindTally(), HIDDEN: new KindTally() };
  private readonly decided = new KindTally();
  private readonly undecided = new KindTally();
  private readonly partly = new KindTally();
  private readonly points = new PointTally();
  private readonly faults: SumFault[] = [];
  private rows = 0;
  private groups = 0;
  private grouped = 0;
  private standing = 0;
  private rowsNamed = 0;

  constructor(private readonly head: ReportHead) {}

  /** Rows come in their order. */
  addRow(row: ReportRow): void {
    this.rows += 1;
    if (row.ordinal !== this.rows) this.find('rows in order', row.ordinal, this.rows, row.number);
    const { remarks, proposals } =
      row.group ?? kindCounts(Number(row.kind === 'REMARK'), Number(row.kind !== 'REMARK'));
    if (row.group) {
      this.groups += 1;
      this.grouped += row.group.size;
      if (row.group.size !== remarks + proposals) this.find('members', row.group.size, remarks + proposals, row.number);
    }
    for (const [kind, weight] of [
      ['REMARK', remarks],
      ['PROPOSAL', proposals],
    ] as const) {
      (isDecided(row) ? this.decided : this.undecided).add(kind, weight);
      if (isPartly(row)) this.partly.add(kind, weight);
      this.points.add(kind, row.points, weight);
    }
    this.standing += remarks + proposals;
  }

  addRemark({ number, kind, state, receivedAt, row }: ReportRemark): void {
    const { openAt, closeAt } = this.head.period;
    this.received[state].add(kind);
    if (receivedAt < openAt || receivedAt >= closeAt) this.find('on time', 1, 0, number);
    if ((row === null) !== (state !== 'RECEIVED')) this.find('answered in a row', 1, Number(row !== null), number);
    if (row !== null) this.rowsNamed += 1;
  }

  /** Everything that does not agree; at most a hundred of those that name a remark. */
  result(): readonly SumFault[] {
    const { counts } = this.head;
    const compared = [...sumsOf(counts), ...this.againstRows(counts)];
    return [...compared.filter(({ stated, counted }) => stated !== counted), ...this.faults];
  }

  private find(sum: string, stated: number, counted: number, number: string): void {
    if (this.faults.length < LISTED) this.faults.push({ sum, stated, counted, number });
  }

  private againstRows(counts: ReportCounts): SumFault[] {
    const { RECEIVED, WITHDRAWN, HIDDEN } = this.received;
    const received = plus(RECEIVED.counts, plus(WITHDRAWN.counts, HIDDEN.counts));
    const own = this.points.counts;
    const both = (sum: string, stated: KindCounts, counted: KindCounts): SumFault[] =>
      kinds.map((kind) => ({ sum: `${sum} (${kind}) in the rows`, stated: stated[kind], counted: counted[kind] }));
    return [
      ...both('received', counts.received, received),
      ...both('withdrawn', counts.withdrawn, WITHDRAWN.counts),
      ...both('hidden', counts.hidden, HIDDEN.counts),
      ...both('decided', counts.decided, this.decided.counts),
      ...both('undecided', counts.undecided, this.undecided.counts),
      ...both('partly', counts.partly, this.partly.counts),
      ...both('points decided', counts.points.decided, own.decided),
      ...both('taken into account', counts.points.takenIntoAccount, own.takenIntoAccount),
      ...both('not taken into account', counts.points.notTakenIntoAccount, own.notTakenIntoAccount),
      ...both('questions', counts.points.questions, own.questions),
      { sum: 'groups in the rows', stated: counts.groups, counted: this.groups },
      { sum: 'grouped in the rows', stated: counts.grouped, counted: this.grouped },
      { sum: 'standing remarks in the rows', stated: this.rowsNamed, counted: this.standing },
    ];
  }
}

const plus = (a: KindCounts, b: KindCounts): KindCounts => kindCounts(a.remarks + b.remarks, a.proposals + b.proposals);

const sumOf = (named: Readonly<Record<string, number>>): number =>
  Object.values(named).reduce((total, each) => total + each, 0);

/** The figures among themselves. */
function sumsOf(counts: ReportCounts): SumFault[] {
  const { received, decided, undecided, withdrawn, hidden, points, partly, senders } = counts;
  const sums = kinds.flatMap((kind) => [
    {
      sum: `received (${kind})`,
      stated: received[kind],
      counted: remarksInAll({
        decided: decided[kind],
        undecided: undecided[kind],
        withdrawn: withdrawn[kind],
        hidden: hidden[kind],
      }),
    },
    {
      sum: `points decided (${kind})`,
      stated: points.decided[kind],
      counted: pointsInAll({
        takenIntoAccount: points.takenIntoAccount[kind],
        notTakenIntoAccount: points.notTakenIntoAccount[kind],
      }),
    },
  ]);
  const { byReason, ...ofPoints } = points;
  const totals = [received, decided, undecided, withdrawn, hidden, partly, ...Object.values(ofPoints)];
  return [
    ...sums,
    ...totals.map((each) => ({ sum: 'total of kinds', stated: each.total, counted: each.remarks + each.proposals })),
    { sum: 'hidden by ground', stated: hidden.total, counted: sumOf(counts.hiddenBy) },
    { sum: 'points by reason', stated: points.decided.total, counted: sumOf(byReason) },
    {
      sum: 'senders',
      stated: received.total,
      counted: senders.individuals + senders.legalEntities + senders.groups,
    },
  ];
}
