import type { ErrorCode } from '#lib/kernel';

/** Every code has its status; a new code without one does not compile. */
export const errorStatus: Readonly<Record<ErrorCode, number>> = {
  'not-found': 404,
  'invalid-input': 400,
  'not-allowed': 403,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'wrong-state': 409,
  conflict: 409,
  'discussion-closed': 409,
  'discussion-not-open': 409,
  'discussion-withdrawn': 410,
  'placement-refused': 422,
  'term-not-computable': 422,
  'calendar-would-shorten-close': 409,
  'idempotency-key-reused': 422,
  'idempotency-key-invalid': 400,
  'request-in-progress': 409,
  'attachment-refused': 422,
  'too-busy': 503,
  'receipt-not-valid': 404,
  'report-blocked': 409,
  'report-frozen': 409,
  'import-refused': 422,
  'ledger-broken': 500,
};
