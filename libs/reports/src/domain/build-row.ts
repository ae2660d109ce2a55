import { briefContent } from './brief-content.js';
import type { ClauseReference, ReportDecision, ReportPoint, ReportRemark, ReportRow } from './report-data.js';
import type { DecisionFacts, PointFacts, RemarkFacts, RowContext } from './report-facts.js';

/** The row of a standing remark, or of the group it stands for. */
export function rowOf(remark: RemarkFacts, ordinal: number, context: RowContext): ReportRow {
  const group = remark.groupNo === null ? undefined : context.groups.get(remark.groupNo);
  return {
    ordinal,
    number: remark.number,
    kind: remark.kind,
    receivedAt: remark.receivedAt,
    about: aboutOf(remark, context),
    brief: briefContent(remark.body),
    text: remark.body,
    proposedWording: remark.proposedWording,
    group: group ? { no: group.no, size: group.size, remarks: group.remarks, proposals: group.proposals } : null,
    points: pointsOf(remark).map((point) => reportPoint(point, context)),
  };
}

/**
 * What the list of all remarks on time says of one.
 * @param row ordinal of the row in which it is answered; null when it is not standing
 */
export function remarkOf(remark: RemarkFacts, row: number | null, context: RowContext): ReportRemark {
  const { number, kind, state, receivedAt, hiddenGround } = remark;
  const group = remark.groupNo === null ? undefined : context.groups.get(remark.groupNo);
  const isShown = row === null || !group || group.shown === number;
  const own = isShown
    ? null
    : { about: aboutOf(remark, context), text: remark.body, proposedWording: remark.proposedWording };
  return { number, kind, state, receivedAt, row, own, hiddenGround };
}

/** REQ-50: a remark has one point at least, decided or not. */
export const pointsOf = ({ points }: Pick<RemarkFacts, 'points'>): readonly PointFacts[] =>
  points.length > 0 ? points : [{ position: 1, passages: [], decision: null }];

const aboutOf = ({ anchors }: RemarkFacts, { discussedClauses }: RowContext): ClauseReference[] =>
  anchors.flatMap((lineageId) => discussedClauses.get(lineageId) ?? []);

const reportPoint = ({ position, passages, decision }: PointFacts, context: RowContext): ReportPoint => ({
  position,
  passages,
  decision: decision && decisionOf(decision, context),
});

function decisionOf(decision: DecisionFacts, { revisedClauses, discussedClauses }: RowContext): ReportDecision {
  const { noChangeKk, noChangeRu } = decision;
  return {
    outcome: decision.outcome,
    reasonCode: decision.reasonCode,
    ground: { kk: decision.groundKk, ru: decision.groundRu },
    changedClauses: decision.changedClauses.map(
      (lineageId) =>
        revisedClauses.get(lineageId) ??
        discussedClauses.get(lineageId) ?? { lineageId, label: '?', kind: 'CLAUSE' as const },
    ),
    noChange: noChangeKk === null || noChangeRu === null ? null : { kk: noChangeKk, ru: noChangeRu },
    decidedAt: decision.decidedAt,
  };
}
