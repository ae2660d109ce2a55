import { instant, legalDay } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { buildHead } from '../domain/build-head.js';
import { remarkOf, rowOf } from '../domain/build-row.js';
import type { ReportData, ReportRow } from '../domain/report-data.js';
import type { DecisionFacts, GroupFacts, HeadFacts, RemarkFacts, RowContext } from '../domain/report-facts.js';
import { ReportTally } from '../domain/tally.js';

export const CLAUSE = '0190b5a0-0000-7000-8000-000000000001';
const clause = { lineageId: CLAUSE, label: '1', kind: 'CLAUSE' } as const;

/** The head of a discussion from 1 June to the end of 1 July 2016 (D1). */
export const headFacts: HeadFacts = {
  profileId: 'kz-126-2016-03',
  draft: {
    title: { kk: 'Анықтама беру', ru: 'Выдача справки', en: null },
    serviceCode: null,
    developer: { kk: 'Министрлік', ru: 'Министерство', en: null },
    discussed: { version: 1, textSha256: 'a'.repeat(64) },
    revised: { version: 2, textSha256: 'b'.repeat(64) },
  },
  changes: [
    {
      clause,
      change: 'changed',
      before: { kk: 'Мерзімі – бес жұмыс күні', ru: 'Срок – пять рабочих дней', en: null },
      after: { kk: 'Мерзімі – үш жұмыс күні', ru: 'Срок – три рабочих дня', en: null },
      points: [{ number: 'KZ-2016-0001-0001', point: 1 }],
      pointsInAll: 1,
      ownInitiative: null,
      isTraced: true,
    },
  ],
  period: {
    zone: 'Asia/Almaty',
    openAt: instant('2016-06-01T04:00:00Z'),
    firstDay: legalDay('2016-06-01'),
    lastDay: legalDay('2016-07-01'),
    closeAt: instant('2016-07-01T18:00:00Z'),
  },
  placements: [],
  outages: [],
  warnings: { stockAnswers: [], stockPhrases: 0, substantiveChanges: 0 },
  erratum: null,
};

export const decided = (more: Partial<DecisionFacts> = {}): DecisionFacts => ({
  outcome: 'NOT_TAKEN_INTO_ACCOUNT',
  reasonCode: 'ALREADY_PROVIDED',
  groundKk: 'Жобаның екінші бөлімінде көзделген.',
  groundRu: 'Предусмотрено вторым разделом проекта.',
  changedClauses: [],
  noChangeKk: null,
  noChangeRu: null,
  decidedAt: instant('2016-07-05T06:00:00Z'),
  isConfirmed: false,
  ...more,
});

export const accepted = (more: Partial<DecisionFacts> = {}): DecisionFacts =>
  decided({ outcome: 'TAKEN_INTO_ACCOUNT', reasonCode: 'ACCEPTED', changedClauses: [CLAUSE], ...more });

export const remarkFacts = (number: string, ...decisions: readonly (DecisionFacts | null)[]): RemarkFacts => ({
  number,
  kind: 'REMARK',
  state: 'RECEIVED',
  senderKind: 'INDIVIDUAL',
  receivedAt: instant('2016-06-10T09:00:00Z'),
  body: 'Прошу сократить срок.',
  proposedWording: null,
  anchors: [CLAUSE],
  hiddenGround: null,
  groupNo: null,
  points: decisions.map((decision, index) => ({ position: index + 1, passages: [], decision })),
});

/** The whole report of a few remarks in memory, as the assembly writes it page by page. */
export function reportOf(remarks: readonly RemarkFacts[], late = 0): ReportData {
  const inOrder = remarks.toSorted((a, b) => compare(a.receivedAt, b.receivedAt) || compare(a.number, b.number));
  const context: RowContext = {
    discussedClauses: new Map([[CLAUSE, clause]]),
    revisedClauses: new Map([[CLAUSE, clause]]),
    groups: groupsOf(inOrder),
  };
  const tally = new ReportTally();
  const rows: ReportRow[] = [];
  const entries = inOrder.map((remark) => {
    tally.add(remark);
    if (remark.state !== 'RECEIVED') return remarkOf(remark, null, context);
    const group = remark.groupNo === null ? undefined : context.groups.get(remark.groupNo);
    if (!group || group.shown === remark.number) rows.push(rowOf(remark, rows.length + 1, context));
    return remarkOf(remark, group?.ordinal ?? rows.length, context);
  });
  const counts = tally.counts(context.groups.values(), late);
  return { ...buildHead(headFacts, counts, profileById(headFacts.profileId)), remarks: entries, rows };
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Groups of two or more standing remarks; the first of them stands for the group. */
function groupsOf(inOrder: readonly RemarkFacts[]): Map<number, GroupFacts> {
  const standing = inOrder.filter(({ state }) => state === 'RECEIVED');
  const groups = new Map<number, GroupFacts>();
  let ordinal = 0;
  for (const { groupNo: no, number: shown } of standing) {
    const members = no === null ? [] : standing.filter(({ groupNo }) => groupNo === no);
    if (no === null || members.length < 2) ordinal += 1;
    else if (!groups.has(no)) {
      ordinal += 1;
      const of = (kind: RemarkFacts['kind']) => members.filter((member) => member.kind === kind).length;
      const counts = { size: members.length, remarks: of('REMARK'), proposals: of('PROPOSAL') };
      groups.set(no, { no, ...counts, shown, ordinal });
    }
  }
  return groups;
}
