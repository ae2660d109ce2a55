import type { Language } from '#lib/kernel';

export const decisionReasonCodes = [
  'ACCEPTED',
  'OUT_OF_SUBJECT',
  'OUTSIDE_AMENDED_PARTS',
  'CONTRADICTS_HIGHER_ACT',
  'ALREADY_PROVIDED',
  'BUDGET',
  'OTHER_BODY',
  'NO_CONCRETE_PROPOSAL',
  'DUPLICATE',
  'QUESTION',
  'CLARIFICATION_NEEDED',
  'NOTED',
  'OTHER',
] as const;
export type DecisionReasonCode = (typeof decisionReasonCodes)[number];

/** Why a point is, or is not, taken into account; the form has these two values only (A2.T4, AMB-09). */
export interface DecisionReason {
  readonly code: DecisionReasonCode;
  readonly isTakenIntoAccount: boolean;
  readonly title: Readonly<Record<Language, string>>;
}

/** Those that may be given: that a remark lies outside the amended parts only where parts are amended (REQ-83). */
export const reasonsFor = (reasons: readonly DecisionReason[], procedureKind: string): readonly DecisionReason[] =>
  reasons.filter(({ code }) => code !== 'OUTSIDE_AMENDED_PARTS' || procedureKind === 'AMENDMENT');
