import { instant, legalDay } from '#lib/kernel';
import type { DecisionFacts, RemarkFacts, ReportFacts } from '../domain/report-facts.js';

export const CLAUSE = '0190b5a0-0000-7000-8000-000000000001';
const clause = { lineageId: CLAUSE, label: '1', kind: 'CLAUSE' } as const;

/** Facts of a discussion from 1 June to the end of 1 July 2016 (D1). */
export const reportFacts = (remarks: readonly RemarkFacts[] = [], late = 0): ReportFacts => ({
  profileId: 'kz-126-2016-03',
  title: { kk: 'Анықтама беру', ru: 'Выдача справки', en: null },
  serviceCode: null,
  developer: { kk: 'Министрлік', ru: 'Министерство', en: null },
  discussed: { version: 1, textSha256: 'a'.repeat(64) },
  revised: { version: 2, textSha256: 'b'.repeat(64) },
  period: {
    zone: 'Asia/Almaty',
    openAt: instant('2016-06-01T04:00:00Z'),
    firstDay: legalDay('2016-06-01'),
    lastDay: legalDay('2016-07-01'),
    closeAt: instant('2016-07-01T18:00:00Z'),
  },
  placements: [],
  discussedClauses: new Map([[CLAUSE, clause]]),
  revisedClauses: new Map([[CLAUSE, clause]]),
  changedClauses: [{ ...clause, change: 'changed' }],
  remarks,
  late,
});

export const decided = (more: Partial<DecisionFacts> = {}): DecisionFacts => ({
  outcome: 'NOT_TAKEN_INTO_ACCOUNT',
  reasonCode: 'ALREADY_PROVIDED',
  groundKk: 'Жобаның екінші бөлімінде көзделген.',
  groundRu: 'Предусмотрено вторым разделом проекта.',
  changedClauses: [],
  noChangeKk: null,
  noChangeRu: null,
  decidedAt: instant('2016-07-05T06:00:00Z'),
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
  points: decisions.map((decision, index) => ({ position: index + 1, decision })),
});
