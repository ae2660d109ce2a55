/** Every code a caller may meet. The portal maps each to a status; a missing one fails the build. */
export const errorCodes = [
  'not-found',
  'invalid-input',
  'not-allowed',
  'not-signed-in',
  'sign-in-failed',
  'wrong-state',
  'conflict',
  'discussion-closed',
  'discussion-not-open',
  'discussion-withdrawn',
  'placement-refused',
  'term-not-computable',
  'calendar-would-shorten-close',
  'idempotency-key-reused',
  'idempotency-key-invalid',
  'request-in-progress',
  'attachment-refused',
  'too-busy',
  'receipt-not-valid',
  'report-blocked',
  'report-frozen',
  'import-refused',
  'ledger-broken',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
