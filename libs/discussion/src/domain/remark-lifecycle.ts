/**
 * REQ-38, REQ-116: a remark is withdrawn by its sender before the close or hidden with a ground; it is never deleted. A hidden one
 * is neither replaced nor withdrawn: what was hidden, and why, stays as it was judged until the hiding is lifted.
 */
export const remarkStates = ['RECEIVED', 'WITHDRAWN', 'HIDDEN'] as const;
export type RemarkState = (typeof remarkStates)[number];

export const remarkLifecycle: Readonly<Record<RemarkState, readonly RemarkState[]>> = {
  RECEIVED: ['WITHDRAWN', 'HIDDEN'],
  HIDDEN: ['RECEIVED'],
  WITHDRAWN: [],
};

/** Whether a remark may pass from one state to the other in one step. */
export const remarkMayBecome = (from: RemarkState, to: RemarkState): boolean => remarkLifecycle[from].includes(to);

/** REQ-38: what was withdrawn or hidden cannot be replaced by its sender. */
export const isReplaceable = (state: RemarkState): boolean => state === 'RECEIVED';
