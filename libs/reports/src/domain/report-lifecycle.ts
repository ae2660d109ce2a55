export const reportStates = ['ASSEMBLED', 'SIGNED', 'PUBLISHED', 'SUPERSEDED'] as const;
export type ReportState = (typeof reportStates)[number];

/** A signed report only goes on to be published; an unsigned one gives way to a newer assembly (REQ-66). */
export const reportTransitions: Readonly<Record<ReportState, readonly ReportState[]>> = {
  ASSEMBLED: ['SIGNED', 'SUPERSEDED'],
  SIGNED: ['PUBLISHED'],
  PUBLISHED: [],
  SUPERSEDED: [],
};

export const mayMove = (from: ReportState, to: ReportState): boolean => reportTransitions[from].includes(to);

export const isFrozen = (state: ReportState): boolean => state === 'SIGNED' || state === 'PUBLISHED';
