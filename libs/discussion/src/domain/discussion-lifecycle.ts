/** R8.2, R8.4, REQ-25: a discussion closes once, and never reopens. A closed one may still be withdrawn with its draft. */
export const discussionStates = ['OPEN', 'CLOSED', 'WITHDRAWN'] as const;
export type DiscussionState = (typeof discussionStates)[number];

export const discussionLifecycle: Readonly<Record<DiscussionState, readonly DiscussionState[]>> = {
  OPEN: ['CLOSED', 'WITHDRAWN'],
  CLOSED: ['WITHDRAWN'],
  WITHDRAWN: [],
};

/**
 * Whether anything may still become of a draft that was placed: nothing follows the withdrawal, nor the approval (REQ-25, R9).
 * @param isApproved whether the draft is, by the state of its dossier
 */
export const mayStillHappen = (state: DiscussionState, isApproved: boolean): boolean =>
  state !== 'WITHDRAWN' && !isApproved;

/** Whether a discussion may pass from one state to the other in one step. */
export const mayBecome = (from: DiscussionState, to: DiscussionState): boolean =>
  discussionLifecycle[from].includes(to);
