import { type SecurityKind, securityKinds } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { type AnsweredRequest, levelOf, securityEventOf } from './security-events.js';

const page = '/:language(^(?:kk|ru|en)$)';
const cases: [what: string, event: SecurityKind | undefined, request: Partial<AnsweredRequest>][] = [
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
  [
    'a confirmation by the page',
    'signed-in',
    { method: 'POST', route: `${page}/officer/confirm`, status: 303, location: '/kk/officer', isOfficer: true },
  ],
  [
    'a confirmation by the page that goes on with a form',
    'signed-in',
    { method: 'POST', route: `${page}/officer/confirm`, status: 200, isOfficer: true },
  ],
  [
    'a confirmation by the page with a wrong password',
    'sign-in-refused',
    { method: 'POST', route: `${page}/officer/confirm`, status: 422, isOfficer: true },
  ],
  [
    'a confirmation without a session',
    'access-denied',
    { method: 'POST', route: '/api/v1/session/confirmation', status: 401 },
  ],
  [
    'one by the page',
    'access-denied',
    { method: 'POST', route: `${page}/officer/confirm`, status: 303, location: '/kk/sign-in?again=1' },
  ],
  [
    'another act at a session',
    undefined,
    { method: 'POST', route: '/api/v1/session/second-factor', status: 200, isOfficer: true },
  ],
  [
    'another act at a session, refused',
    'access-denied',
    { method: 'POST', route: '/api/v1/session/second-factor', status: 403, isOfficer: true },
  ],
  ['a fault of ours', undefined, { method: 'POST', route: '/api/v1/session', status: 503 }],
  ['a wrong password', 'sign-in-refused', { method: 'POST', route: `${page}/sign-in`, status: 422 }],
  ['a wrong code', 'sign-in-refused', { method: 'POST', route: `${page}/sign-in/code`, status: 422 }],
  [
    'a return from the provider',
    'signed-in',
    { route: '/sign-in/provider/return', status: 303, location: '/kk/officer' },
  ],
  [
    'one in vain',
    'sign-in-refused',
    { route: '/sign-in/provider/return', status: 303, location: '/kk/sign-in?provider=lapsed' },
  ],
  [
    'a confirmation by the provider',
    'signed-in',
    { route: '/sign-in/provider/return', status: 303, location: '/kk/officer/account/second-factor' },
  ],
  [
    'one that waits for our code',
    'code-awaited',
    { route: '/sign-in/provider/return', status: 303, location: '/kk/officer/confirm?next=%2Fkk%2Fofficer' },
  ],
  [
    'one that waits and leads nowhere',
    'code-awaited',
    { route: '/sign-in/provider/return', status: 303, location: '/kk/officer/confirm?' },
  ],
  [
    'one refused',
    'sign-in-refused',
    { route: '/sign-in/provider/return', status: 303, location: '/kk/officer/confirm?provider=refused&next=' },
  ],
  ['a subject of somebody else', 'sign-in-refused', { route: '/sign-in/provider/return', status: 409 }],
  ['a provider that is down', undefined, { route: '/sign-in/provider/return', status: 503 }],
  ['too many of them', 'sign-in-locked', { method: 'POST', route: '/api/v1/session', status: 429 }],
  ['too much from one address', 'limited', { method: 'POST', route: `${page}/sign-in`, status: 429, isLimited: true }],
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
  ['a sheet', 'exported', { route: `${page}/officer/discussions/:id/sheet/file`, status: 200, isOfficer: true }],
  ['the ledger', 'exported', { route: `${page}/officer/audit/file`, status: 200, isOfficer: true }],
  ['the page of the ledger', undefined, { route: `${page}/officer/audit`, status: 200, isOfficer: true }],
  ['a sheet by the API', 'exported', { route: '/api/v1/discussions/:id/sheet', status: 200, isOfficer: true }],
  [
    'the page of the sheet',
    undefined,
    { route: `${page}/officer/discussions/:id/sheet`, status: 200, isOfficer: true },
  ],
  ['the signing sheet', undefined, { route: '/api/v1/reports/:id/signature/sheet', status: 200, isOfficer: true }],
  [
    'a file of the report',
    undefined,
    { route: '/api/v1/reports/:id/files/:format/:language', status: 200, isOfficer: true },
  ],
  [
    'other rights',
    'role-changed',
    { method: 'POST', route: `${page}/officer/officials/:id/roles`, status: 303, location: '/kk/officer/officials/1' },
  ],
  [
    'rights that were refused',
    undefined,
    { method: 'POST', route: `${page}/officer/officials/:id/roles`, status: 422 },
  ],
  ['a program', 'key-used', { route: '/api/v1/discussions/:id/queue', status: 200, isOfficer: true, isProgram: true }],
  ['a page', undefined, { route: `${page}/discussions/:id`, status: 200 }],
];

describe('an event for those who watch over security', () => {
  it.each(cases)('%s: %s', (_, event, given) => {
    const usual = {
      method: 'GET',
      route: '/',
      status: 200,
      isOfficer: false,
      isProgram: false,
      isSignIn: false,
      isCrossSite: false,
      isLimited: false,
    };
    expect(securityEventOf({ ...usual, ...given })).toBe(event);
  });

  it('is a warning when something was refused', () =>
    expect(securityKinds.filter((event) => levelOf(event) === 'warn')).toEqual([
      'sign-in-refused',
      'sign-in-locked',
      'cross-site-refused',
      'access-denied',
      'limited',
    ]));
});
