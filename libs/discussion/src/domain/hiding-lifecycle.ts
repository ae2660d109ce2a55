/** REQ-116: one officer proposes, a second one decides, and what is in force may be lifted. Either end is final. */
export const hidingStates = ['PROPOSED', 'IN_FORCE', 'REFUSED', 'LIFTED'] as const;
export type HidingState = (typeof hidingStates)[number];

export const hidingLifecycle: Readonly<Record<HidingState, readonly HidingState[]>> = {
  PROPOSED: ['IN_FORCE', 'REFUSED'],
  IN_FORCE: ['LIFTED'],
  REFUSED: [],
  LIFTED: [],
};

/** States of a procedure in which its remarks come in or are answered; what a signed report counts is not changed any more. */
export const moderatedStates = ['OPEN', 'CLOSED'] as const;

/** Whether a text may be hidden, shown again or objected about while its procedure is in this state. */
export const isOpenToModeration = (procedureState: string): boolean =>
  (moderatedStates as readonly string[]).includes(procedureState);

/** Whether a hiding may pass from one state to the other in one step. */
export const hidingMayBecome = (from: HidingState, to: HidingState): boolean => hidingLifecycle[from].includes(to);
