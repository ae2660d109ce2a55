import type { ProcedureProfile } from '#lib/time-limits';
import { briefContent } from './brief-content.js';
import { countRemarks } from './count-remarks.js';
import { REPORT_SCHEMA, type ReportData, type ReportDecision, type ReportRow } from './report-data.js';
import type { DecisionFacts, RemarkFacts, ReportFacts } from './report-facts.js';

/** The data of the report from its facts alone; the order in which remarks are given does not matter (I6, I7). */
export function buildReportData(facts: ReportFacts, profile: ProcedureProfile): ReportData {
  const rows = facts.remarks
    .filter(({ state }) => state === 'RECEIVED')
    .toSorted(byArrival)
    .map((remark, index) => rowOf(remark, index + 1, facts));
  return {
    schema: REPORT_SCHEMA,
    template: profile.reportTemplate,
    profile: { id: profile.id, latePolicy: profile.latePolicy, basis: profile.basis.map(({ act }) => act) },
    draft: {
      title: facts.title,
      serviceCode: facts.serviceCode,
      developer: facts.developer,
      discussed: facts.discussed,
      revised: facts.revised,
      isChanged: facts.revised.textSha256 !== facts.discussed.textSha256,
      changedClauses: facts.changedClauses,
    },
    period: facts.period,
    placements: facts.placements,
    counts: countRemarks(facts.remarks, facts.late),
    rows,
  };
}

/** By arrival, then by number: a total order, since numbers are unique (REQ-68). */
export function byArrival(
  a: Pick<RemarkFacts, 'receivedAt' | 'number'>,
  b: Pick<RemarkFacts, 'receivedAt' | 'number'>,
) {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? -1 : 1;
  if (a.number === b.number) return 0;
  return a.number < b.number ? -1 : 1;
}

function rowOf(remark: RemarkFacts, ordinal: number, facts: ReportFacts): ReportRow {
  const about = remark.anchors.flatMap((lineageId) => facts.discussedClauses.get(lineageId) ?? []);
  // REQ-50: a remark has one point at least, decided or not.
  const points = remark.points.length > 0 ? remark.points : [{ position: 1, decision: null }];
  return {
    ordinal,
    number: remark.number,
    kind: remark.kind,
    receivedAt: remark.receivedAt,
    about,
    brief: briefContent(remark.body),
    text: remark.body,
    proposedWording: remark.proposedWording,
    points: points.map(({ position, decision }) => ({ position, decision: decision && decisionOf(decision, facts) })),
  };
}

function decisionOf(decision: DecisionFacts, facts: ReportFacts): ReportDecision {
  const { noChangeKk, noChangeRu } = decision;
  return {
    outcome: decision.outcome,
    reasonCode: decision.reasonCode,
    ground: { kk: decision.groundKk, ru: decision.groundRu },
    changedClauses: decision.changedClauses.map(
      (lineageId) =>
        facts.revisedClauses.get(lineageId) ??
        facts.discussedClauses.get(lineageId) ?? { lineageId, label: '?', kind: 'CLAUSE' },
    ),
    noChange: noChangeKk === null || noChangeRu === null ? null : { kk: noChangeKk, ru: noChangeRu },
    decidedAt: decision.decidedAt,
  };
}
