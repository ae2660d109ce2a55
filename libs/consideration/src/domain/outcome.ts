/** The form has these two values only (A2.T4, AMB-09). */
export const outcomes = ['TAKEN_INTO_ACCOUNT', 'NOT_TAKEN_INTO_ACCOUNT'] as const;
export type Outcome = (typeof outcomes)[number];

/** What stands beside a whole remark: "partly" and "undecided" are derived, never stored. */
export type OutcomeLabel = Outcome | 'PARTLY' | 'UNDECIDED';

/** @param points the outcome of each point; null while it is undecided (REQ-51) */
export function outcomeLabel(points: readonly (Outcome | null)[]): OutcomeLabel {
  const [first, ...others] = points;
  if (first === undefined || points.includes(null)) return 'UNDECIDED';
  return others.every((outcome) => outcome === first) && first !== null ? first : 'PARTLY';
}
