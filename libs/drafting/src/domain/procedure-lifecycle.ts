// The states of a dossier, from the register entry to the amendment of the standard in force (R5, R8, R9, A1).

import { DomainError } from '#lib/kernel';

export const procedureStates = [
  'REGISTERED',
  'DRAFTING',
  'OPEN',
  'CLOSED',
  'CONSIDERED',
  'REPORTED',
  'IN_AGREEMENT',
  'RETURNED',
  'APPROVED',
  'IN_FORCE',
  'AMENDING',
  'WITHDRAWN',
] as const;
export type ProcedureState = (typeof procedureStates)[number];

/** Withdrawal is possible until approval (REQ-25); disagreement returns the draft to work or to consideration (AMB-14). */
export const procedureLifecycle: Readonly<Record<ProcedureState, readonly ProcedureState[]>> = {
  REGISTERED: ['DRAFTING', 'WITHDRAWN'],
  DRAFTING: ['OPEN', 'WITHDRAWN'],
  OPEN: ['CLOSED', 'WITHDRAWN'],
  CLOSED: ['CONSIDERED', 'WITHDRAWN'],
  CONSIDERED: ['REPORTED', 'WITHDRAWN'],
  REPORTED: ['IN_AGREEMENT', 'WITHDRAWN'],
  IN_AGREEMENT: ['RETURNED', 'APPROVED', 'WITHDRAWN'],
  RETURNED: ['DRAFTING', 'CONSIDERED', 'WITHDRAWN'],
  APPROVED: ['IN_FORCE'],
  IN_FORCE: ['AMENDING'],
  AMENDING: [],
  WITHDRAWN: [],
};

/** Whether a dossier may pass from one state to the other in one step. */
export const mayMove = (from: ProcedureState, to: ProcedureState): boolean => procedureLifecycle[from].includes(to);

/** The standard is approved: from here no way leads back. */
export const approvedStates: readonly ProcedureState[] = ['APPROVED', 'IN_FORCE', 'AMENDING'];
export const isApproved = (state: ProcedureState): boolean => approvedStates.includes(state);

const draftable: readonly ProcedureState[] = ['REGISTERED', 'DRAFTING', 'CLOSED', 'CONSIDERED', 'RETURNED'];

/**
 * Whether a new version of the text may be saved: before placement, and after the close, when the draft is revised on the
 * remarks (A2.1, REQ-52). The text under discussion stays as it was placed (REQ-23).
 */
export const mayDraft = (state: ProcedureState): boolean => draftable.includes(state);

/** `details.state` is the state that stands in the way. */
export class ProcedureNotInState extends DomainError {
  constructor(state: ProcedureState, wanted: string) {
    super('wrong-state', `a procedure that is ${state} may not ${wanted}`, { state });
  }
}

/** @throws ProcedureNotInState while the text may not change (REQ-23) */
export function assertMayDraft(state: ProcedureState): void {
  if (!mayDraft(state)) throw new ProcedureNotInState(state, 'get a new version of its draft');
}

/** Whether a draft is still to be placed: its first version, or the next one after it was returned (R8.1, R9). */
export const awaitsPlacement = (state: ProcedureState): boolean => mayMove(state, 'DRAFTING') || mayMove(state, 'OPEN');
