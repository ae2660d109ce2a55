/** What concerns security: counted by security-events, its alarms bounded by the settings. */
export const securityKinds = [
  'signed-in',
  'code-awaited',
  'sign-in-refused',
  'sign-in-locked',
  'cross-site-refused',
  'access-denied',
  'role-changed',
  'exported',
  'key-used',
  'report-signed',
  'not-public-read',
  'limited',
  'ledger-broken',
] as const;
export type SecurityKind = (typeof securityKinds)[number];
