export const reportStates = ['RENDERING', 'ASSEMBLED', 'SIGNED', 'PUBLISHED', 'SUPERSEDED'] as const;
export type ReportState = (typeof reportStates)[number];

/**
 * A report whose documents are being made is shown when they are all there. A signed one only goes on to be published; an
 * unsigned one gives way to a newer assembly (REQ-66).
 */
export const reportTransitions: Readonly<Record<ReportState, readonly ReportState[]>> = {
  RENDERING: ['ASSEMBLED', 'SUPERSEDED'],
  ASSEMBLED: ['SIGNED', 'SUPERSEDED'],
  SIGNED: ['PUBLISHED'],
  PUBLISHED: [],
  SUPERSEDED: [],
};

export const mayMove = (from: ReportState, to: ReportState): boolean => reportTransitions[from].includes(to);

export const isFrozen = (state: ReportState): boolean => state === 'SIGNED' || state === 'PUBLISHED';

/** How far the report of a discussion is. */
export interface ReportStanding {
  readonly discussion: 'OPEN' | 'CLOSED' | 'WITHDRAWN';
  /** State of the newest version that is signed; undefined while none is. */
  readonly newestSigned: ReportState | undefined;
  readonly hasOpenErratum: boolean;
}

/** Something may still be made and signed: the discussion is closed, and nothing is signed or a correction is open (REQ-66). */
export const isInWork = ({ discussion, newestSigned, hasOpenErratum }: ReportStanding): boolean =>
  discussion === 'CLOSED' && (newestSigned === undefined || hasOpenErratum);

/** A correction is of the newest report, once that is published, and one at a time (REQ-66). */
export const mayOpenErratum = ({ newestSigned, hasOpenErratum }: Omit<ReportStanding, 'discussion'>): boolean =>
  newestSigned === 'PUBLISHED' && !hasOpenErratum;
