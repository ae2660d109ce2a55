/** REQ-41: a letter typed in waits for a second officer, who confirms it or sends it back; either is final. */
export const entryStates = ['ENTERED', 'CONFIRMED', 'REFUSED'] as const;
export type EntryState = (typeof entryStates)[number];

export const entryLifecycle: Readonly<Record<EntryState, readonly EntryState[]>> = {
  ENTERED: ['CONFIRMED', 'REFUSED'],
  CONFIRMED: [],
  REFUSED: [],
};

/** Whether an entry may pass from one state to the other in one step. */
export const entryMayBecome = (from: EntryState, to: EntryState): boolean => entryLifecycle[from].includes(to);
