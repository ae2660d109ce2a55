/** REQ-116: one officer proposes, a second one decides, and what is in force may be lifted. Either end is final. */
export const hidingStates = ['PROPOSED', 'IN_FORCE', 'REFUSED', 'LIFTED'] as const;
export type HidingState = (typeof hidingStates)[number];

export const hidingLifecycle: Readonly<Record<HidingState, readonly HidingState[]>> = {
  PROPOSED: ['IN_FORCE', 'REFUSED'],
  IN_FORCE: ['LIFTED'],
  REFUSED: [],
  LIFTED: [],
};

/** Whether a hiding may pass from one state to the other in one step. */
export const hidingMayBecome = (from: HidingState, to: HidingState): boolean => hidingLifecycle[from].includes(to);
