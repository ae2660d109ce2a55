import { describe, expect, it } from '@jest/globals';
import {
  type AnsweredRequest,
  levelOf,
  type SecurityEvent,
  securityEvents,
  securityEventOf,
} from './security-events.js';

const page = '/:language(^(?:kk|ru|en)$)';
const cases: [what: string, event: SecurityEvent | undefined, request: Partial<AnsweredRequest>][] = [
  ['a sign-in', 'signed-in', { method: 'POST', route: '/api/v1/session', status: 201, isSignIn: true }],
  ['a right password', 'code-awaited', { method: 'POST', route: '/api/v1/session', status: 202 }],
  [
    'a right password by the page',
    'code-awaited',
    { method: 'POST', route: `${page}/sign-in`, status: 303, location: '/kk/sign-in/code' },
  ],
  [
    'a code too late',
    'sign-in-refused',
    { method: 'POST', route: `${page}/sign-in/code`, status: 303, location: '/kk/sign-in?again=1' },
  ],
  [
    'a confirmation',
    'signed-in',
    { method: 'POST', route: '/api/v1/session/confirmation', status: 204, isOfficer: true },
  ],
  [
    'a sign-in by the page',
    'signed-in',
    { method: 'POST', route: `${page}/sign-in`, status: 303, location: '/kk/officer', isSignIn: true },
  ],
  ['a wrong password', 'sign-in-refused', { method: 'POST', route: `${page}/sign-in`, status: 422 }],
  ['a wrong code', 'sign-in-refused', { method: 'POST', route: `${page}/sign-in/code`, status: 422 }],
  ['too many of them', 'sign-in-locked', { method: 'POST', route: '/api/v1/session', status: 429 }],
  ['another site', 'cross-site-refused', { method: 'POST', route: '/api/v1/session', status: 403, isCrossSite: true }],
  ['no session', 'access-denied', { route: '/api/v1/discussions/:id/queue', status: 401 }],
  ['no session on a page', 'access-denied', { route: `${page}/officer`, status: 303, location: '/kk/sign-in?again=1' }],
  ['no role', 'access-denied', { route: `${page}/officer/officials`, status: 403, isOfficer: true }],
  [
    'a signature',
    'report-signed',
    { method: 'POST', route: '/api/v1/reports/:id/signature', status: 200, isOfficer: true },
  ],
  [
    'a signature refused',
    undefined,
    { method: 'POST', route: '/api/v1/reports/:id/signature', status: 422, isOfficer: true },
  ],
  [
    'a sender’s file',
    'not-public-read',
    { route: `${page}/officer/remarks/:number/files/:fileId`, status: 200, isOfficer: true },
  ],
  ['a sheet', 'not-public-read', { route: `${page}/officer/discussions/:id/sheet/file`, status: 200, isOfficer: true }],
  [
    'a file of the report',
    undefined,
    { route: '/api/v1/reports/:id/files/:format/:language', status: 200, isOfficer: true },
  ],
  ['a page', undefined, { route: `${page}/discussions/:id`, status: 200 }],
];

describe('an event for those who watch over security', () => {
  it.each(cases)('%s: %s', (_, event, given) => {
    const usual = { method: 'GET', route: '/', status: 200, isOfficer: false, isSignIn: false, isCrossSite: false };
    expect(securityEventOf({ ...usual, ...given })).toBe(event);
  });

  it('is a warning when something was refused', () =>
    expect(securityEvents.filter((event) => levelOf(event) === 'warn')).toEqual([
      'sign-in-refused',
      'sign-in-locked',
      'cross-site-refused',
      'access-denied',
    ]));
});
