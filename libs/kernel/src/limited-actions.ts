/** What somebody may do so often only (REQ-47): counted by limits, bounded by the settings. */
export const limitedActions = [
  'remark',
  'receipt-check',
  'sign-in',
  'password-reset',
  'sender-address',
  'subscription',
  'sender-visit',
  'upload',
  'search',
] as const;
export type LimitedAction = (typeof limitedActions)[number];
