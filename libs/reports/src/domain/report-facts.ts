import type { Instant } from '#lib/kernel';
import type { ChangedClause, ClauseReference, ReportData, ReportPlacement, VersionReference } from './report-data.js';

export interface DecisionFacts {
  readonly outcome: 'TAKEN_INTO_ACCOUNT' | 'NOT_TAKEN_INTO_ACCOUNT';
  readonly reasonCode: string;
  readonly groundKk: string;
  readonly groundRu: string;
  readonly changedClauses: readonly string[];
  readonly noChangeKk: string | null;
  readonly noChangeRu: string | null;
  readonly decidedAt: Instant;
}

/** A remark as the database holds it; the sender only by kind. Texts are empty when it is not standing. */
export interface RemarkFacts {
  readonly number: string;
  readonly kind: 'REMARK' | 'PROPOSAL';
  readonly state: 'RECEIVED' | 'WITHDRAWN' | 'HIDDEN';
  readonly senderKind: 'INDIVIDUAL' | 'LEGAL_ENTITY' | 'GROUP';
  readonly receivedAt: Instant;
  readonly body: string;
  readonly proposedWording: string | null;
  readonly anchors: readonly string[];
  readonly points: readonly { readonly position: number; readonly decision: DecisionFacts | null }[];
}

/** Everything a report is made of. */
export interface ReportFacts {
  readonly profileId: string;
  readonly title: ReportData['draft']['title'];
  readonly serviceCode: string | null;
  readonly developer: ReportData['draft']['developer'];
  readonly discussed: VersionReference;
  readonly revised: VersionReference;
  readonly period: ReportData['period'];
  readonly placements: readonly ReportPlacement[];
  /** By lineage id: the clauses of the discussed version, and of the revised one. */
  readonly discussedClauses: ReadonlyMap<string, ClauseReference>;
  readonly revisedClauses: ReadonlyMap<string, ClauseReference>;
  readonly changedClauses: readonly ChangedClause[];
  readonly remarks: readonly RemarkFacts[];
  readonly late: number;
}
