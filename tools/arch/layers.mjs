/**
 * The libs from the top of the house to its ground. A lib may import only those after it. This is the one place that says so:
 * the import rules and docs/architecture.md are made from it. A new lib gets its place here first.
 */
export const layers = [
  'regulations',
  'agreement',
  'reports',
  'sheets',
  'consideration',
  'discussion',
  'drafting',
  'service-register',
  'procedure-profiles',
  'identity',
  'notifications',
  'ledger',
  'documents',
  'signatures',
  'files',
  'working-calendar',
  'jobs',
  'limits',
  'security-events',
  'database',
  'settings',
  'localisation',
  'archives',
  'outgoing',
  'privacy',
  'time-limits',
  'kernel',
];

/** Outside the order: it may import every lib, and only tests import it. */
export const testing = 'testing';

/** What `domain/` folders may use besides themselves. */
export const pure = ['time-limits', 'kernel'];

/** Files that are tests or serve tests only. */
export const testFiles = '(-spec|\\.spec)\\.ts$|^libs/testing/|/src/testing/|^test/|^apps/[^/]+/test/';
