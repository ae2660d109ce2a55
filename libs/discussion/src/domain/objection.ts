/** What became of an objection to a hiding or a redaction (REQ-116): the act is undone, or it stands. */
export const objectionOutcomes = ['UPHELD', 'DECLINED'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];
