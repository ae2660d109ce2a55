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
