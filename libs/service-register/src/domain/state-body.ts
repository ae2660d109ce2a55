import type { Multilingual } from '#lib/kernel';

/** R4, R12: a developer is CENTRAL; the others render services or are asked for agreement (R8.4b). */
export const stateBodyKinds = ['CENTRAL', 'FOREIGN_MISSION', 'LOCAL_EXECUTIVE', 'AKIM', 'OTHER'] as const;
export type StateBodyKind = (typeof stateBodyKinds)[number];

/** R9.a, R9.b, R9.c: each authority is one body of the country. */
export const authorities = ['PUBLIC_SERVICES', 'INFORMATISATION', 'PRESIDENTIAL_ADMINISTRATION'] as const;
export type Authority = (typeof authorities)[number];

export interface StateBodyFacts {
  readonly code: string;
  readonly kind: StateBodyKind;
  readonly name: Multilingual;
  /** Subordinate and accountable to the President: its drafts also go to his Administration (R9.c, REQ-73). */
  readonly isSubordinateToPresident: boolean;
  readonly authority?: Authority;
  readonly resourceUrl?: string;
}

/** Whether a body of this kind develops standards (R4, R8.1, R10.I.2, REQ-12). */
export const mayDevelopStandards = (kind: StateBodyKind): boolean => kind === 'CENTRAL';
