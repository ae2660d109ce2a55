import type { Instant } from '#lib/kernel';
import type { ClauseReference, Passage, ReportHead } from './report-data.js';

export interface DecisionFacts {
  readonly outcome: 'TAKEN_INTO_ACCOUNT' | 'NOT_TAKEN_INTO_ACCOUNT';
  readonly reasonCode: string;
  readonly groundKk: string;
  readonly groundRu: string;
  readonly changedClauses: readonly string[];
  readonly noChangeKk: string | null;
  readonly noChangeRu: string | null;
  readonly decidedAt: Instant;
  /** By a second officer. */
  readonly isConfirmed: boolean;
}

export interface PointFacts {
  readonly position: number;
  readonly passages: readonly Passage[];
  readonly decision: DecisionFacts | null;
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
  readonly hiddenGround: string | null;
  /** The group it is answered with; null alone. */
  readonly groupNo: number | null;
  readonly points: readonly PointFacts[];
}

/** A group of two standing remarks or more, and where it stands in the table. */
export interface GroupFacts {
  readonly no: number;
  readonly size: number;
  readonly remarks: number;
  readonly proposals: number;
  /** Public number of the remark that stands for it. */
  readonly shown: string;
  readonly ordinal: number;
}

/** What rows are made with: names of clauses, and the groups by their number. */
export interface RowContext {
  /** By lineage id: the clauses of the discussed version, and of the revised one. */
  readonly discussedClauses: ReadonlyMap<string, ClauseReference>;
  readonly revisedClauses: ReadonlyMap<string, ClauseReference>;
  readonly groups: ReadonlyMap<number, GroupFacts>;
}

/** Everything the head of a report is made of but its counts. */
export interface HeadFacts extends Omit<ReportHead, 'schema' | 'template' | 'profile' | 'draft' | 'counts'> {
  readonly profileId: string;
  readonly draft: Omit<ReportHead['draft'], 'isChanged'>;
}
