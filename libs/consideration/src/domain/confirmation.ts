/** What a second officer has to know of the decision in force on a point. */
export interface DecisionToConfirm {
  /** The label under which acts are kept. */
  readonly decidedBy: string;
  readonly isConfirmed: boolean;
}

export type ConfirmationFault = 'undecided' | 'own' | 'confirmed-already';

/**
 * REQ-50: another officer than the one who decided stands for a decision. Who decided a point that is confirmed already may still
 * confirm what others decided after.
 * @param decisions the decision in force on each point; undefined while it is undecided
 * @param by the label under which the acts of the officer are kept
 */
export function confirmationFault(
  decisions: readonly (DecisionToConfirm | undefined)[],
  by: string,
): ConfirmationFault | undefined {
  const decided = decisions.filter((decision) => decision !== undefined);
  if (decided.length === 0 || decided.length < decisions.length) return 'undecided';
  const unconfirmed = decided.filter(({ isConfirmed }) => !isConfirmed);
  if (unconfirmed.length === 0) return 'confirmed-already';
  return unconfirmed.some(({ decidedBy }) => decidedBy === by) ? 'own' : undefined;
}

/** Parameters as of `confirmationFault`. */
export const mayConfirm = (decisions: readonly (DecisionToConfirm | undefined)[], by: string): boolean =>
  confirmationFault(decisions, by) === undefined;
